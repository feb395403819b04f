package dev.tinyland.gf.actions;

import dev.tinyland.gf.contract.BuiltInContract;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.contract.ContractProblem;
import dev.tinyland.gf.contract.ContractResult;
import dev.tinyland.gf.contract.Organization;
import dev.tinyland.gf.contract.OrganizationLoader;
import dev.tinyland.gf.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the files that say what the platform is: the contract and the organization's choice. */
public final class ContractFiles {
    private ContractFiles() {}

    /**
     * The contract that counts.
     *
     * @param named a contract file, absolute, or null for the one this program carries
     * @throws InputException when it cannot be read or is wrong; it names everything that is wrong
     */
    public static Contract contract(@Nullable Path named) {
        return named == null
                ? BuiltInContract.get()
                : loaded("contract", named, new ContractLoader().load(file("contract", named)));
    }

    /**
     * The organization's choice.
     *
     * @throws InputException when it cannot be read or is wrong; it names everything that is wrong
     */
    public static Organization organization(Path file) {
        return loaded("organization", file, new OrganizationLoader().load(file("organization", file)));
    }

    private static SourceFile file(String input, Path path) {
        try {
            return new SourceFile(path.toString(), Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new InputException(
                    input,
                    "the " + input + " " + ShownPath.of(path) + " cannot be read as UTF-8 text ("
                            + unreadable.getClass().getSimpleName() + "); name a readable file");
        }
    }

    private static <T> T loaded(String input, Path path, ContractResult<T> result) {
        return switch (result) {
            case ContractResult.Loaded<T>(T value) -> value;
            case ContractResult.Refused<T>(List<ContractProblem> problems) ->
                throw new InputException(
                        input,
                        "the " + input + " " + ShownPath.of(path)
                                + " is wrong, so nothing was judged by it; correct it\n"
                                + problems.stream()
                                        .map(problem -> "  " + problem)
                                        .collect(Collectors.joining("\n")));
        };
    }
}
