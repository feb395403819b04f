package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Inputs;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.plan.judgement.DangerClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The inputs of {@code tofu-plan} beside those of the preflight; a picocli mixin. */
final class PlanOptions extends StateOptions {
    /** Whether the state is looked at first. */
    enum Guard {
        required,
        off
    }

    @Option(
            names = "--var-file",
            paramLabel = "LIST",
            description = "Variable files beside ENV.tfvars; later ones win. Relative to the working directory.")
    private @Nullable String variableFiles;

    @Option(
            names = "--variables",
            paramLabel = "HCL",
            description = "Variables as in a .tfvars file. They win over every file.")
    private @Nullable String variables;

    @Option(names = "--workspace", paramLabel = "NAME", defaultValue = "default", description = "Default: default.")
    private String workspace = "default";

    @Option(names = "--label", paramLabel = "TEXT", description = "Tells two plans of one stack apart in comments.")
    private @Nullable String label;

    @Option(names = "--target", paramLabel = "LIST", description = "Plan only these addresses; the verdict is PARTIAL.")
    private @Nullable String targets;

    @Option(names = "--exclude", paramLabel = "LIST", description = "Leave these out; the verdict is PARTIAL.")
    private @Nullable String excludes;

    @Option(names = "--replace", paramLabel = "LIST", description = "Addresses to replace.")
    private @Nullable String replaces;

    @Option(
            names = "--destroy",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Plan the destruction of everything.")
    private boolean destroy;

    @Option(
            names = "--refresh",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Look at the live objects first. With false the verdict is PARTIAL.")
    private boolean refresh = true;

    @Option(
            names = "--lock",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Hold the state's lock while planning. Default: true.")
    private boolean lock = true;

    @Option(
            names = "--guard",
            paramLabel = "WORD",
            defaultValue = "required",
            description = "${COMPLETION-CANDIDATES}: whether the state is looked at before. Default: required.")
    private Guard guard = Guard.required;

    @Option(
            names = "--allow-greenfield",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "An empty state is meant, even where nobody can look at the cluster.")
    private boolean allowGreenfield;

    @Option(
            names = "--fail-on",
            paramLabel = "LIST",
            description = "Classes of danger that fail the run; none for no class. Default: storage, namespace, crd,"
                    + " uninstall, downgrade, deposed, forget.")
    private @Nullable String failOn;

    List<Path> variableFiles(Run run) {
        List<Path> files = Inputs.list(variableFiles).stream()
                .map(Path::of)
                .map(run::resolve)
                .toList();
        for (int i = 0; i < files.size(); i++) {
            if (!Files.isRegularFile(files.get(i))) {
                throw new InputException(
                        "var-file",
                        files.size() == 1
                                ? "var-file names no file"
                                : "var-file names no file in entry " + (i + 1) + " of " + files.size());
            }
        }
        return files;
    }

    Optional<String> variables() {
        return Optional.ofNullable(variables).filter(text -> !text.isBlank());
    }

    String workspace() {
        if (!workspace.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,89}")) {
            throw new InputException("workspace", "the workspace is no name of letters, digits, dots and hyphens");
        }
        return workspace;
    }

    Optional<String> label() {
        return Optional.ofNullable(label).filter(text -> !text.isBlank());
    }

    List<String> targets() {
        return addresses("target", targets);
    }

    List<String> excludes() {
        return addresses("exclude", excludes);
    }

    List<String> replaces() {
        return addresses("replace", replaces);
    }

    boolean destroy() {
        return destroy;
    }

    boolean refresh() {
        return refresh;
    }

    boolean lock() {
        return lock;
    }

    Guard guard() {
        return guard;
    }

    boolean allowGreenfield() {
        return allowGreenfield;
    }

    Set<DangerClass> failOn() {
        if (failOn == null || failOn.isBlank()) {
            return DangerClass.failingByDefault();
        }
        Set<DangerClass> classes = EnumSet.noneOf(DangerClass.class);
        for (String word : Inputs.list(failOn)) {
            if (!word.equals("none")) {
                classes.add(DangerClass.of(word)
                        .orElseThrow(() -> new InputException(
                                "fail-on",
                                "fail-on takes of none, "
                                        + Arrays.stream(DangerClass.values())
                                                .map(DangerClass::word)
                                                .collect(Collectors.joining(", ")))));
            }
        }
        return classes;
    }

    /** An address may hold commas in quotes, so lines separate before commas do. */
    private static List<String> addresses(String input, @Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<String> addresses = text.contains("\n")
                ? text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : text.contains("\"") ? List.of(text.strip()) : Inputs.list(text);
        for (String address : addresses) {
            if (address.startsWith("-")) {
                throw new InputException(input, input + " holds what is no address of a resource");
            }
        }
        return addresses;
    }
}
