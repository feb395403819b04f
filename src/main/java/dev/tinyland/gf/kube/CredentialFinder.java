package dev.tinyland.gf.kube;

import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.yaml.YamlEntry;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the values of a kubeconfig that are credentials, wherever they stand and whether or not the document is well
 * formed: tokens, passwords, keys and client certificates (as written, decoded, and each line of the PEM body), values
 * of an {@code exec} entry's environment and arguments, tokens of an {@code auth-provider}, and the user information of
 * a proxy URL.
 */
final class CredentialFinder {
    private static final Set<String> KEYS = Set.of(
            "token",
            "password",
            "clientkeydata",
            "clientcertificatedata",
            "clientsecret",
            "idtoken",
            "accesstoken",
            "refreshtoken",
            "apikey",
            "secret",
            "secretkey",
            "accesskey",
            "privatekey",
            "passphrase");
    private static final Pattern LINE =
            Pattern.compile("(?im)[\"']?([a-z][a-z0-9_-]*)[\"']?[ \\t]*[:=][ \\t]*[\"']?([^\\s\"',}]{4,})");
    private static final Pattern USER_INFORMATION = Pattern.compile("//([^/@\\s]+)@");

    private CredentialFinder() {}

    static List<Secret> inText(String text) {
        List<Secret> found = new ArrayList<>();
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            if (isSensitive(lines.group(1))) {
                addValue(lines.group(2), found);
            }
        }
        return found;
    }

    static List<Secret> inNode(YamlNode root) {
        List<Secret> found = new ArrayList<>();
        walk(root, false, found);
        return found;
    }

    private static void walk(YamlNode node, boolean insideExec, List<Secret> found) {
        switch (node) {
            case YamlMapping mapping -> {
                for (YamlEntry entry : mapping.entries()) {
                    String key = entry.key().value();
                    boolean exec = insideExec || key.equals("exec");
                    if (entry.value() instanceof YamlScalar scalar) {
                        boolean sensitive = isSensitive(key) || (insideExec && key.equals("value"));
                        if (sensitive) {
                            addValue(scalar.value(), found);
                        }
                        addUserInformation(scalar.value(), found);
                    } else if (exec && key.equals("args") && entry.value() instanceof YamlSequence arguments) {
                        addArguments(arguments, found);
                    } else {
                        walk(entry.value(), exec, found);
                    }
                }
            }
            case YamlSequence sequence -> sequence.items().forEach(item -> walk(item, insideExec, found));
            case YamlScalar scalar -> addUserInformation(scalar.value(), found);
        }
    }

    private static void addArguments(YamlSequence arguments, List<Secret> found) {
        boolean takesNext = false;
        for (YamlNode item : arguments.items()) {
            if (item instanceof YamlScalar scalar) {
                String argument = scalar.value();
                int equals = argument.indexOf('=');
                if (takesNext) {
                    addValue(argument, found);
                } else if (argument.startsWith("-") && equals > 0 && isSensitive(argument.substring(0, equals))) {
                    addValue(argument.substring(equals + 1), found);
                }
                takesNext = argument.startsWith("-") && equals < 0 && isSensitive(argument);
            }
        }
    }

    private static void addUserInformation(String value, List<Secret> found) {
        Matcher matcher = USER_INFORMATION.matcher(value);
        while (matcher.find()) {
            for (String part : matcher.group(1).split(":", 2)) {
                addValue(part, found);
                try {
                    addValue(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8), found);
                } catch (IllegalArgumentException notEncoded) {
                    addValue(part, found);
                }
            }
        }
    }

    private static boolean isSensitive(String key) {
        String word = key.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
        return KEYS.contains(word)
                || word.endsWith("token")
                || word.endsWith("secret")
                || word.endsWith("password")
                || word.endsWith("apikey");
    }

    private static void addValue(String value, List<Secret> found) {
        String plain = value.strip();
        if (plain.isEmpty()) {
            return;
        }
        found.add(Secret.of(plain));
        String packed = plain.replaceAll("\\s+", "");
        if (packed.length() < 64) {
            return;
        }
        try {
            String decoded = new String(Base64.getDecoder().decode(packed), StandardCharsets.ISO_8859_1);
            if (decoded.contains("-----BEGIN")) {
                addPemBody(decoded, found);
            }
        } catch (IllegalArgumentException notBase64) {
            if (plain.contains("-----BEGIN")) {
                addPemBody(plain, found);
            }
        }
    }

    private static void addPemBody(String pem, List<Secret> found) {
        StringBuilder body = new StringBuilder();
        for (String line : pem.lines().map(String::strip).toList()) {
            if (line.startsWith("-----")) {
                addBody(body, found);
            } else {
                body.append(line);
                if (line.length() >= 8) {
                    found.add(Secret.of(line));
                }
            }
        }
        addBody(body, found);
    }

    private static void addBody(StringBuilder body, List<Secret> found) {
        if (body.length() >= 8) {
            found.add(Secret.of(body.toString()));
        }
        body.setLength(0);
    }
}
