package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.contract.ContractProblem;
import dev.tinyland.gf.contract.ContractResult;
import dev.tinyland.gf.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the contract of a run. */
final class Contracts {
    private Contracts() {}

    /**
     * The contract that counts.
     *
     * @param named a contract file, absolute, or null for the one this program carries
     * @throws InputException when it cannot be read or is wrong
     */
    static Contract of(@Nullable Path named) {
        ContractLoader loader = new ContractLoader();
        if (named == null) {
            return loader.builtIn();
        }
        String text;
        try {
            text = Files.readString(named, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new InputException(
                    "contract",
                    "the contract " + named + " cannot be read ("
                            + unreadable.getClass().getSimpleName() + "); name a readable file");
        }
        return switch (loader.load(new SourceFile(named.toString(), text))) {
            case ContractResult.Loaded<Contract>(Contract contract) -> contract;
            case ContractResult.Refused<Contract>(List<ContractProblem> problems) ->
                throw new InputException(
                        "contract",
                        "the contract is wrong; correct it\n"
                                + problems.stream()
                                        .map(problem -> "  " + problem)
                                        .collect(Collectors.joining("\n")));
        };
    }
}
