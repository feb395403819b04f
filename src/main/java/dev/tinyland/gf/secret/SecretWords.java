package dev.tinyland.gf.secret;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names under which people keep secrets, and texts that are secrets by their form, wherever they stand. */
public final class SecretWords {
    private static final Pattern NAME = Pattern.compile(
            "(?:^|.*[_.-])(?:password|passwd|passphrase|token|secret|secretkey|"
                + "secret_?access_?key|secret_key|private_?key|privatekey|api_?key|apikey|client_?secret|credentials?|"
                + "auth_?key|access_?key|bearer|signing_?key|encryption_?key|dockerconfigjson|kubeconfig|jwt)(?:_wo)?$");

    /** Keys that end like a secret and hold the name of one. */
    private static final Set<String> NAMES_OF_SECRETS =
            Set.of("existingsecret", "pullsecret", "imagepullsecret", "githubconfigsecret", "github_config_secret");

    /**
     * Source: GitHub's documentation of token prefixes; RFC 7468 for the armour of a private key; RFC 7519 for the form of a
     * JWT; the userinfo of RFC 3986.
     */
    private static final Pattern FORM = Pattern.compile("(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9_]{20,}"
            + "|github_pat_[A-Za-z0-9_]{20,}"
            + "|glpat-[A-Za-z0-9_-]{16,}"
            + "|xox[abprs]-[A-Za-z0-9-]{10,}"
            + "|(?:AKIA|ASIA)[A-Z0-9]{16}"
            + "|\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"
            + "|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----(?:[\\s\\S]*?-----END [A-Z ]{0,20}PRIVATE KEY-----)?"
            + "|(?<=://)[^/\\s:@]{1,200}:[^/\\s@]{4,200}(?=@)");

    /** Environment variables whose value is a credential whatever it looks like; not the name of a file or an address. */
    private static final Pattern VARIABLE = Pattern.compile(
            "(?:.*_)?(?:TOKEN|PASSWORD|PASSWD|SECRET|SECRET_KEY|PRIVATE_KEY|API_KEY|ACCESS_KEY|ACCESS_KEY_ID)");

    private SecretWords() {}

    /** Whether an environment variable of this name holds a credential. */
    public static boolean variableSecret(String variable) {
        return VARIABLE.matcher(variable.toUpperCase(Locale.ROOT)).matches();
    }

    /** Whether a text is a secret by its form, or holds one. */
    public static boolean looksSecret(String text) {
        return FORM.matcher(text).find();
    }

    /** Whether what stands under this key is a secret by the key's name. */
    public static boolean nameSecret(String key) {
        String snake = key.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        String flat = snake.replace("_", "");
        return NAME.matcher(snake).matches() && !NAMES_OF_SECRETS.contains(snake) && !NAMES_OF_SECRETS.contains(flat);
    }

    /** Finds what is a secret by its form, inside a longer text too. */
    public static Pattern form() {
        return FORM;
    }

    /**
     * Whether a value under a secret's name can be the secret itself: long and of more than one kind of character. A name, a
     * path, a reference or a word is not.
     */
    public static boolean canBeSecret(String value) {
        if (value.length() < 8 || value.chars().anyMatch(Character::isWhitespace)) {
            return value.contains("\n") && value.length() >= 32;
        }
        if (value.startsWith("/") || value.startsWith("${") || value.startsWith("secretKeyRef")) {
            return false;
        }
        boolean digit = value.chars().anyMatch(Character::isDigit);
        boolean lower = value.chars().anyMatch(Character::isLowerCase);
        boolean upper = value.chars().anyMatch(Character::isUpperCase);
        boolean other = value.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && c != '-' && c != '.' && c != '_');
        return (digit && (lower || upper)) || (lower && upper) || other;
    }
}
