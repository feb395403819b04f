package dev.tinyland.gf.access;

import dev.tinyland.gf.actions.ContractFiles;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.Organization;
import java.nio.file.Files;
import java.nio.file.Path;
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
    public static Platform load(Run run) {
        Contract contract = ContractFiles.contract(run.contract());
        Path file = run.resolve(Path.of(ORGANIZATION));
        Optional<Organization> organization =
                Files.isRegularFile(file) ? Optional.of(ContractFiles.organization(file)) : Optional.empty();
        return new Platform(contract, organization);
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
