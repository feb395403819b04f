package dev.tinyland.gf.access;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Run;
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
import java.util.Optional;

/** The platform's facts and the deployment's choice, as this run finds them. */
public record Platform(Contract contract, Optional<Organization> organization) {
    /** The deployment's choice, relative to the repository. */
    public static final String ORGANIZATION = "config/organization.yaml";

    /**
     * Reads {@code --contract} or the built-in one, and the organization's file where there is one.
     *
     * @throws InputException when one of the files is broken
     */
    public static Platform load(Run run) throws IOException {
        Contract contract = contract(run);
        Path file = run.resolve(Path.of(ORGANIZATION));
        Optional<Organization> organization = Files.isRegularFile(file)
                ? Optional.of(loaded("organization", new OrganizationLoader().load(file("organization", file))))
                : Optional.empty();
        return new Platform(contract, organization);
    }

    /**
     * Reads {@code --contract}, or the built-in one.
     *
     * @throws InputException when the file is broken; it names everything that is wrong with it
     */
    public static Contract contract(Run run) {
        Path own = run.contract();
        return own == null
                ? new ContractLoader().builtIn()
                : loaded("contract", new ContractLoader().load(file("contract", own)));
    }

    private static SourceFile file(String input, Path path) {
        try {
            return new SourceFile(path.toString(), Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InputException(input, path + " cannot be read as UTF-8 text");
        }
    }

    private static <T> T loaded(String input, ContractResult<T> result) {
        return switch (result) {
            case ContractResult.Loaded<T>(T value) -> value;
            case ContractResult.Refused<T>(List<ContractProblem> problems) ->
                throw new InputException(
                        input,
                        "the " + input + " file is broken: "
                                + String.join(
                                        "; ",
                                        problems.stream()
                                                .map(ContractProblem::toString)
                                                .toList()));
        };
    }

    /** The context of an environment: the organization's choice, else the contract's. */
    public Optional<String> context(String environment) {
        return organization
                .flatMap(choice -> choice.contextOf(environment))
                .or(() -> contract.cluster().contextOf(environment));
    }

    /** Both contexts, where organization and contract name different ones for an environment. */
    public Optional<Disagreement> disagreement(String environment) {
        Optional<String> chosen = organization.flatMap(choice -> choice.contextOf(environment));
        Optional<String> contracted = contract.cluster().contextOf(environment);
        boolean differ = chosen.isPresent() && contracted.isPresent() && !chosen.equals(contracted);
        return differ ? Optional.of(new Disagreement(chosen.get(), contracted.get())) : Optional.empty();
    }

    /** Two authorities that name different contexts. */
    public record Disagreement(String organization, String contract) {}
}
