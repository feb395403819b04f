package dev.tinyland.gf.lint.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a {@code uses:}. {@code $/path} is the repository the file itself belongs to: in the runner's source since
 * 2.336.0.
 */
final class UsesPath {
    private static final Pattern REMOTE =
            Pattern.compile("(?<repository>[\\w.-]+/[\\w.-]+)(?:/(?<path>[^@]*))?(?:@(?<ref>.*))?");

    private UsesPath() {}

    /** The reference as far as its text alone tells: a path of this root is {@link Reference.Absent} until it is found. */
    static Reference read(String uses) {
        String text = uses.strip();
        if (text.contains("${{")) {
            return new Reference.Undecided();
        }
        if (text.startsWith("docker://")) {
            return new Reference.ContainerImage(text.substring("docker://".length()));
        }
        if (text.startsWith("./") || text.startsWith("../") || text.startsWith("$/") || text.equals(".")) {
            String path = text.startsWith("$") ? text.substring(1) : text;
            return new Reference.Absent(normalized(withoutRef(path)));
        }
        Matcher remote = REMOTE.matcher(text);
        if (!remote.matches()) {
            return new Reference.Undecided();
        }
        String path = remote.group("path");
        String ref = remote.group("ref");
        return new Reference.Remote(
                remote.group("repository"), path == null ? "" : normalized(path), ref == null ? "" : ref);
    }

    private static String withoutRef(String path) {
        int at = path.lastIndexOf('@');
        return at < 0 || path.indexOf('/', at) >= 0 ? path : path.substring(0, at);
    }

    private static String normalized(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** The files that can describe the action in this folder. */
    static List<String> actionFiles(String folder) {
        if (isActionFile(folder)) {
            return List.of(folder);
        }
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return List.of(prefix + "action.yml", prefix + "action.yaml");
    }

    static boolean isActionFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals("action.yml") || name.equals("action.yaml");
    }
}
