package dev.tinyland.gf.access.backend;

import static dev.tinyland.gf.access.backend.BackendCheck.BC010;
import static dev.tinyland.gf.access.backend.BackendCheck.BC011;
import static dev.tinyland.gf.access.backend.BackendCheck.BC012;
import static dev.tinyland.gf.access.backend.BackendVerdict.INVALID;
import static dev.tinyland.gf.access.backend.BackendVerdict.REFUSED;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.actions.ShownPath;
import dev.tinyland.gf.tofu.backend.BackendConfiguration;
import dev.tinyland.gf.tofu.backend.BackendFamily;
import dev.tinyland.gf.tofu.backend.StackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether configuration and stack belong together: BC010 to BC012. */
final class StackStep {
    private final Checklist<BackendVerdict> checks;
    private final BackendSettings settings;

    StackStep(Checklist<BackendVerdict> checks, BackendSettings settings) {
        this.checks = checks;
        this.settings = settings;
    }

    void check(BackendConfiguration configuration) throws IOException {
        checkFamily(configuration.family());
        checkKeys(configuration);
        checkCredentials(configuration);
    }

    private void checkFamily(BackendFamily family) throws IOException {
        if (!Files.isDirectory(settings.stackFolder())) {
            checks.fail(
                    BC010,
                    INVALID,
                    "there is no folder " + ShownPath.of(settings.stackFolder()),
                    "say where the stack is: --stack-dir DIR, or start in the repository");
            return;
        }
        StackFiles files = StackFiles.read(settings.stackFolder());
        String declare = "declare it in backend.tf: terraform { backend \"" + family.type() + "\" {} }";
        if (!files.unreadable().isEmpty()) {
            checks.fail(
                    BC010,
                    INVALID,
                    "not readable: " + String.join(", ", files.unreadable()) + "; what it declares is not known",
                    "correct it: tofu fmt -check " + settings.stackFolder());
            return;
        }
        if (files.declarations().isEmpty()) {
            checks.fail(
                    BC010,
                    INVALID,
                    "the stack declares no backend, so init would keep state in this folder and plan everything anew",
                    declare);
            return;
        }
        if (files.declarations().size() > 1) {
            checks.fail(
                    BC010,
                    INVALID,
                    "the stack declares several: "
                            + String.join(
                                    ", ",
                                    files.declarations().stream()
                                            .map(StackStep::place)
                                            .toList()),
                    "keep one");
            return;
        }
        StackFiles.Declaration declared = files.declarations().getFirst();
        if (declared.type().equals(family.type())) {
            checks.pass(BC010, place(declared));
        } else {
            checks.fail(
                    BC010,
                    INVALID,
                    place(declared) + ", and the configuration is of family " + family.type(),
                    "the family is fixed in code: change the stack's backend block in a migration of its own, or give"
                            + " a configuration of family "
                            + declared.type());
        }
    }

    private static String place(StackFiles.Declaration declaration) {
        return "backend \"" + declaration.type() + "\" in " + declaration.file()
                + (declaration.line() == 0 ? "" : ":" + declaration.line());
    }

    private void checkKeys(BackendConfiguration configuration) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String name : configuration.settings().keySet()) {
            boolean old = name.equals("endpoint") || name.equals("force_path_style");
            if (configuration.family().takes(name) && !old) {
                continue;
            }
            Optional<String> suggestion = configuration.family().suggestion(name);
            seen.add(name
                    + suggestion.map(meant -> ", did you mean " + meant + "?").orElse(" is unknown"));
        }
        if (seen.isEmpty()) {
            checks.pass(BC011, configuration.settings().size() + " keys");
        } else {
            checks.warn(BC011, String.join("; ", seen), "correct the keys; OpenTofu refuses unknown ones at init");
        }
    }

    private void checkCredentials(BackendConfiguration configuration) throws IOException {
        List<String> names = BackendCredentials.attributes(configuration);
        String next =
                "take them out and give access-key and secret-key instead; a configuration file ends up in .terraform"
                        + " and in plan files";
        if (names.isEmpty()) {
            checks.pass(BC012, "none");
        } else if (settings.strict()) {
            checks.fail(BC012, REFUSED, "there is one in " + String.join(", ", names), next);
        } else {
            checks.warn(BC012, "there is one in " + String.join(", ", names), next);
        }
    }
}
