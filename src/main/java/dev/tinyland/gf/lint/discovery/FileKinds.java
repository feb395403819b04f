package dev.tinyland.gf.lint.discovery;

import dev.tinyland.gf.lint.Surface;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides what kind a file is, by its path and, where the path does not tell, by its first lines. */
public final class FileKinds {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ksh", "zsh");

    private static final Pattern COMPONENT = Pattern.compile("templates/[^/]+/template\\.ya?ml");

    private FileKinds() {}

    /** @param path relative to the root, with forward slashes */
    public static FileKind byPath(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        String ending = dot < 0 ? "" : lower.substring(dot + 1);
        boolean yaml = ending.equals("yml") || ending.equals("yaml");
        if (yaml && isWorkflowPath(path)) {
            return new FileKind.Known(Surface.WORKFLOW);
        }
        if (yaml && isPipeline(lower, path)) {
            return new FileKind.Known(Surface.GITLAB_CI);
        }
        if (yaml) {
            return new FileKind.SomeYaml();
        }
        if (lower.equals("justfile") || lower.equals(".justfile") || ending.equals("just")) {
            return new FileKind.Known(Surface.JUSTFILE);
        }
        if (lower.equals(".bazelrc") || ending.equals("bazelrc")) {
            return new FileKind.Known(Surface.BAZELRC);
        }
        if (lower.equals(".envrc")) {
            return new FileKind.Known(Surface.SHELL);
        }
        if (lower.equals(".env") || lower.startsWith(".env.") || ending.equals("env")) {
            return new FileKind.Known(Surface.ENVIRONMENT);
        }
        if (lower.endsWith(".tfvars.example") || lower.endsWith(".hcl.example") || lower.endsWith(".tf.example")) {
            return new FileKind.Known(Surface.HCL);
        }
        return switch (ending) {
            case "md", "markdown", "mdx" -> new FileKind.Known(Surface.DOCUMENT);
            case "tf", "tofu", "tfvars", "hcl" -> new FileKind.Known(Surface.HCL);
            case "sh", "bash" -> new FileKind.Known(Surface.SHELL);
            case "nix" -> new FileKind.Known(Surface.NIX);
            case "json" -> new FileKind.Known(Surface.JSON);
            case "" -> new FileKind.PerhapsScript();
            default -> new FileKind.Other();
        };
    }

    /** GitLab's own file, one that is included by its usual name, and a component's template. */
    private static boolean isPipeline(String lowerName, String path) {
        return lowerName.startsWith(".gitlab-ci.")
                || lowerName.endsWith(".gitlab-ci.yml")
                || lowerName.endsWith(".gitlab-ci.yaml")
                || path.startsWith(".gitlab/ci/")
                || COMPONENT.matcher(path).matches();
    }

    /** GitHub runs only the YAML files directly in this folder of the repository's root. */
    public static boolean isWorkflowPath(String path) {
        String folder = ".github/workflows/";
        return path.startsWith(folder) && path.indexOf('/', folder.length()) < 0;
    }

    /**
     * The kind of a YAML file that stands anywhere. A workflow has the top-level keys {@code on} and {@code jobs}, an
     * action has {@code runs} with {@code using} below it.
     */
    public static Surface yamlByContent(String text) {
        boolean on = false;
        boolean jobs = false;
        boolean runs = false;
        boolean using = false;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            on |= keyAt(text, start, "on") || keyAt(text, start, "\"on\"") || keyAt(text, start, "'on'");
            jobs |= keyAt(text, start, "jobs");
            if (keyAt(text, start, "runs")) {
                runs = true;
            } else if (runs && !using) {
                int key = start;
                while (key < end && text.charAt(key) == ' ') {
                    key++;
                }
                using = key > start && keyAt(text, key, "using");
            }
            start = end + 1;
        }
        if (on && jobs) {
            return Surface.WORKFLOW;
        }
        return using ? Surface.ACTION : Surface.CONFIGURATION;
    }

    /** Whether a YAML file describes objects of Kubernetes: {@code apiVersion} and {@code kind} at its top. */
    public static boolean isManifest(String text) {
        boolean version = false;
        boolean kind = false;
        int start = 0;
        while (start < text.length() && !(version && kind)) {
            version |= keyAt(text, start, "apiVersion");
            kind |= keyAt(text, start, "kind");
            int end = text.indexOf('\n', start);
            start = end < 0 ? text.length() : end + 1;
        }
        return version && kind;
    }

    private static boolean keyAt(String text, int start, String key) {
        int colon = start + key.length();
        return text.startsWith(key, start) && colon < text.length() && text.charAt(colon) == ':';
    }

    /** Whether a file with this beginning is a script of a shell. */
    public static boolean isShellScript(String beginning) {
        if (!beginning.startsWith("#!")) {
            return false;
        }
        int end = beginning.indexOf('\n');
        String line = (end < 0 ? beginning : beginning.substring(0, end)).strip();
        for (String word : line.substring(2).strip().split("\\s+")) {
            String base = word.substring(word.lastIndexOf('/') + 1);
            if (SHELLS.contains(base)) {
                return true;
            }
            if (!base.equals("env") && !word.startsWith("-") && word.indexOf('=') < 0) {
                return false;
            }
        }
        return false;
    }
}
