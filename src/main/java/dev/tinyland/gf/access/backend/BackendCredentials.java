package dev.tinyland.gf.access.backend;

import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.tofu.backend.BackendConfiguration;
import dev.tinyland.gf.tofu.backend.Literal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is, or may be, a credential in a backend configuration, well formed or not. */
final class BackendCredentials {
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?im)[\"']?([a-z0-9_-]*(?:key|token|password|secret|authorization|pem)[a-z0-9_-]*)[\"']?\\s*[=:]\\s*\"((?:[^\"\\\\\\n"
                + "]|\\\\.)+)\"");
    private static final Pattern BARE = Pattern.compile(
            "(?im)[\"']?([a-z0-9_-]*(?:access_key|secret_key|token|password|secret))[\"']?\\s*[=:]\\s*([^\\s\"']{4,})");
    private static final Pattern HEREDOC = Pattern.compile("<<[-~]?([A-Z_]+)\\s*\\n(.*?)\\n\\s*\\1", Pattern.DOTALL);
    private static final Pattern USER_INFORMATION = Pattern.compile("//([^/@\\s\"]+)@");

    private BackendCredentials() {}

    static List<Secret> inText(String text) {
        List<Secret> found = new ArrayList<>();
        for (Pattern pattern : List.of(ASSIGNED, BARE)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String name = matcher.group(1);
                boolean harmless =
                        name.equals("key") || name.equals("workspace_key_prefix") || name.equals("kms_key_id");
                if (!harmless) {
                    add(matcher.group(2), found);
                    add(matcher.group(2).replaceFirst("(?i)^(bearer|basic|token)\\s+", ""), found);
                }
            }
        }
        Matcher heredocs = HEREDOC.matcher(text);
        while (heredocs.find()) {
            heredocs.group(2)
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= 8 && !line.startsWith("-----"))
                    .forEach(line -> add(line, found));
        }
        Matcher users = USER_INFORMATION.matcher(text);
        while (users.find()) {
            for (String part : users.group(1).split(":", 2)) {
                add(part, found);
                if (part.matches("(?:[^%]|%[0-9A-Fa-f]{2})*")) {
                    add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8), found);
                }
            }
        }
        return found;
    }

    /** Names of the attributes of a configuration that hold a credential; {@code address} where a URL has a password. */
    static List<String> attributes(BackendConfiguration configuration) {
        List<String> names = new ArrayList<>();
        configuration.settings().forEach((name, value) -> {
            boolean credential =
                    configuration.family().credentials().contains(name) && !(value instanceof Literal.Null);
            if (credential || USER_INFORMATION.matcher(value.hcl()).find()) {
                names.add(name);
            }
        });
        return names;
    }

    private static void add(String value, List<Secret> found) {
        if (!value.isBlank()) {
            found.add(Secret.of(value));
            String unescaped = value.replace("\\\"", "\"").replace("\\\\", "\\");
            if (!unescaped.equals(value)) {
                found.add(Secret.of(unescaped));
            }
        }
    }
}
