package dev.tinyland.gf.access.preflight;

import dev.tinyland.gf.access.kubeconfig.ClientVariables;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.contract.Contract;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the kubeconfig is looked for: the input, the variables that the stacks and clients read, the contract's place.
 *
 * @param source for people: the option, the variable, the contract
 */
public record KubeconfigPlace(Path path, String source) {
    /** The first of them that is named; whether there is a file is not looked at. */
    public static KubeconfigPlace of(Run run, Contract contract, @Nullable Path input) {
        if (input != null) {
            return new KubeconfigPlace(run.resolve(input), "kubeconfig-path");
        }
        for (String variable : ClientVariables.paths(contract)) {
            Optional<String> value = run.host().variable(variable);
            if (value.filter(list -> list.contains(File.pathSeparator)).isPresent()) {
                throw new InputException(
                        "kubeconfig-path",
                        variable + " names several files, and which of them a client takes depends on the context; say"
                                + " one with kubeconfig-path");
            }
            if (value.isPresent()) {
                return new KubeconfigPlace(run.resolve(home(run, value.get())), variable);
            }
        }
        return new KubeconfigPlace(run.resolve(home(run, contract.cluster().kubeconfig())), "the contract");
    }

    private static Path home(Run run, String path) {
        return path.startsWith("~/")
                ? Path.of(run.host().variable("HOME").orElse("/"), path.substring(2))
                : Path.of(path);
    }
}
