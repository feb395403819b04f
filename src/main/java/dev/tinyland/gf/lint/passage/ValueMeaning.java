package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.yaml.ScalarStyle;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a scalar is in any YAML file: a value, a block of another language, or a script handed to a shell. */
final class ValueMeaning implements YamlMeaning {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ash");
    private static final Set<String> PROSE_KEYS = Set.of("description", "deprecationmessage", "note", "notes");

    @Override
    public Meaning of(YamlPlace place, YamlScalar scalar) {
        if (isShellArgument(place)) {
            return Meaning.SCRIPT;
        }
        String key = place.key().toLowerCase(Locale.ROOT);
        boolean block = (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED)
                && scalar.value().stripTrailing().contains("\n");
        if (PROSE_KEYS.contains(key)) {
            return Meaning.PROSE;
        }
        if (!block) {
            return Meaning.VALUE;
        }
        if (key.endsWith(".sh") || key.endsWith(".bash") || hasShellShebang(scalar.value())) {
            return Meaning.SCRIPT;
        }
        return new Meaning(Role.BLOCK, language(key));
    }

    private static String language(String key) {
        if (key.contains("nix") && (key.contains("conf") || key.contains("settings"))) {
            return "ini";
        }
        int dot = key.lastIndexOf('.');
        return switch (dot < 0 ? "" : key.substring(dot + 1)) {
            case "yaml", "yml" -> "yaml";
            case "json" -> "json";
            case "ini", "conf", "cfg" -> "ini";
            case "toml" -> "toml";
            case "nix" -> "nix";
            case "hcl", "tf", "tfvars" -> "hcl";
            case "py" -> "python";
            default -> "";
        };
    }

    static boolean hasShellShebang(String text) {
        if (!text.startsWith("#!")) {
            return false;
        }
        int end = text.indexOf('\n');
        List<String> words = List.of((end < 0 ? text : text.substring(0, end)).split("[\\s/!]+", -1));
        return words.stream().anyMatch(SHELLS::contains);
    }

    /** The third of {@code [sh, -c, script]}, as containers are started; the first two may stand in {@code command}. */
    private static boolean isShellArgument(YamlPlace place) {
        YamlPlace list = place.parent();
        if (list == null || !(list.node() instanceof YamlSequence sequence)) {
            return false;
        }
        int index = index(place);
        if (index >= 2 && isShellStart(sequence, index)) {
            return true;
        }
        YamlPlace container = list.parent();
        return index == 0
                && list.key().equals("args")
                && container != null
                && container.node() instanceof YamlMapping mapping
                && mapping.get("command").orElse(null) instanceof YamlSequence command
                && command.items().size() >= 2
                && isShellStart(command, command.items().size());
    }

    private static int index(YamlPlace place) {
        YamlPlace list = place.parent();
        if (list == null || !(list.node() instanceof YamlSequence)) {
            return -1;
        }
        return Integer.parseInt(place.key());
    }

    private static boolean isShellStart(YamlSequence words, int index) {
        String option = text(words.items().get(index - 1));
        String program = text(words.items().getFirst());
        return option.startsWith("-")
                && option.endsWith("c")
                && SHELLS.contains(program.substring(program.lastIndexOf('/') + 1));
    }

    private static String text(YamlNode node) {
        return node instanceof YamlScalar scalar ? scalar.value() : "";
    }
}
