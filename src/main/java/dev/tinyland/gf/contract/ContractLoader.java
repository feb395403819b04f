package dev.tinyland.gf.contract;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Position;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlParser;
import dev.tinyland.gf.yaml.YamlProblem;
import dev.tinyland.gf.yaml.YamlResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads contracts: the one that comes with this program, and a repository's own. */
public final class ContractLoader {
    private static final String RESOURCE = "contract.yaml";

    /** The contract that comes with this program, from its file. A run takes {@link BuiltInContract}, which is the same. */
    public Contract builtIn() {
        return switch (load(new SourceFile("config/contract.yaml", resource()))) {
            case ContractResult.Loaded<Contract>(Contract contract) -> contract;
            case ContractResult.Refused<Contract>(List<ContractProblem> problems) ->
                throw new IllegalStateException("the built-in contract is broken: " + problems);
        };
    }

    /** A contract file. */
    public ContractResult<Contract> load(SourceFile file) {
        return read(file, Contract.class, UnknownKeys.REFUSE, ContractReferences::check);
    }

    static <T extends Record> ContractResult<T> read(
            SourceFile file, Class<T> type, UnknownKeys unknownKeys, References<T> references) {
        List<ContractProblem> problems = new ArrayList<>();
        Optional<T> value = Optional.empty();
        switch (YamlParser.parse(Fragment.whole(file))) {
            case YamlResult.Unreadable(YamlProblem problem) -> problems.add(of(file, problem));
            case YamlResult.Parsed parsed -> {
                parsed.problems().forEach(problem -> problems.add(of(file, problem)));
                if (parsed.documents().size() == 1) {
                    YamlNode root = parsed.documents().getFirst();
                    RecordReader reader = new RecordReader(file, unknownKeys, problems);
                    value = reader.read(type, root);
                    value.ifPresent(read -> references.check(read, new Locator(root, reader)));
                } else {
                    problems.add(new ContractProblem(
                            file.path(),
                            1,
                            1,
                            "",
                            "expected one document, found " + parsed.documents().size()));
                }
            }
        }
        if (problems.isEmpty() && value.isPresent()) {
            return new ContractResult.Loaded<>(value.get());
        }
        problems.sort(Comparator.comparingInt(ContractProblem::line).thenComparingInt(ContractProblem::column));
        return new ContractResult.Refused<>(problems);
    }

    private static ContractProblem of(SourceFile file, YamlProblem problem) {
        Position position = file.position(problem.span().start());
        return new ContractProblem(file.path(), position.line(), position.column(), "", problem.message());
    }

    private static String resource() {
        try (InputStream stream = ContractLoader.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("this build carries no contract");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks that span several keys. */
    interface References<T> {
        void check(T value, Locator locator);
    }
}
