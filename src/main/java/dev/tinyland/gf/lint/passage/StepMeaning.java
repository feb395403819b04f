package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.yaml.YamlScalar;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the scalars of workflows and actions are: {@code run} blocks in the language of their shell, scripts among inputs. */
final class StepMeaning implements YamlMeaning {
    /** Inputs that actions run as shell: {@code command} of the platform's own and of most others that take one. */
    private static final Set<String> SCRIPT_INPUTS = Set.of(
            "command",
            "commands",
            "run",
            "cmd",
            "script",
            "pre-command",
            "post-command",
            "prerun",
            "postrun",
            "shell-command",
            "on_retry_command");

    private final ValueMeaning values = new ValueMeaning();

    @Override
    public Meaning of(YamlPlace place, YamlScalar scalar) {
        if (place.key().equals("run") && isList(place.key(2))) {
            return run(place);
        }
        if (place.key(1).equals("with") && isList(place.key(3))) {
            return input(place, scalar);
        }
        return values.of(place, scalar);
    }

    /** Steps of a job, or of a group that runs in parallel. */
    private static boolean isList(String key) {
        return key.equals("steps") || key.equals("parallel");
    }

    private static Meaning run(YamlPlace place) {
        YamlPlace step = place.above(1);
        YamlPlace list = place.above(2);
        while (list != null && list.key().equals("parallel")) {
            list = list.above(2);
        }
        YamlPlace job = list == null ? null : list.above(1);
        Optional<String> shell = step == null ? Optional.empty() : step.scalar("shell");
        if (shell.isEmpty() && job != null) {
            shell = job.scalar("defaults", "run", "shell");
        }
        if (shell.isEmpty()) {
            shell = place.root().scalar("defaults", "run", "shell");
        }
        String language = language(shell.orElse("bash"));
        return switch (language) {
            case "bash", "sh", "zsh", "dash" -> new Meaning(Role.SCRIPT, language);
            default -> new Meaning(Role.BLOCK, language);
        };
    }

    /** The language of {@code shell:}, which may be a command line such as {@code nix develop -c bash -e {0}}. */
    private static String language(String shell) {
        String found = "";
        for (String word : shell.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            String name = word.substring(word.lastIndexOf('/') + 1);
            switch (name) {
                case "bash", "sh", "zsh", "dash" -> {
                    return name;
                }
                case "pwsh", "powershell" -> found = "powershell";
                case "cmd" -> found = "batch";
                case "python", "python3" -> found = "python";
                case "node", "perl", "ruby", "nu", "fish" -> found = name;
                case "rscript" -> found = "r";
                default -> {}
            }
        }
        return found.isEmpty() ? "bash" : found;
    }

    private Meaning input(YamlPlace place, YamlScalar scalar) {
        YamlPlace step = place.above(2);
        String uses = step == null ? "" : step.scalar("uses").orElse("");
        if (!SCRIPT_INPUTS.contains(place.key().toLowerCase(Locale.ROOT))) {
            return values.of(place, scalar);
        }
        return uses.contains("github-script") ? new Meaning(Role.BLOCK, "javascript") : Meaning.SCRIPT;
    }
}
