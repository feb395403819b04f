package dev.tinyland.gf.arc.rule;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts that are credentials by their form, wherever they stand. */
final class SecretShapes {
    /** Source: GitHub's documentation of token prefixes; RFC 7468 for the armour of a private key. */
    private static final Pattern FORM = Pattern.compile("(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9_]{20,}"
            + "|github_pat_[A-Za-z0-9_]{20,}"
            + "|glpat-[A-Za-z0-9_-]{16,}"
            + "|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----"
            + "|(?:AKIA|ASIA)[A-Z0-9]{16}"
            + "|\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}");

    /** Names of variables whose value is a credential whatever it looks like; not the name of a file or an address. */
    private static final Pattern NAME = Pattern.compile(
            "(?:.*_)?(?:TOKEN|PASSWORD|PASSWD|SECRET|SECRET_KEY|PRIVATE_KEY|API_KEY|ACCESS_KEY|ACCESS_KEY_ID)");

    private SecretShapes() {}

    /** Whether a variable of this name holds a credential. */
    static boolean namesSecret(String variable) {
        return NAME.matcher(variable.toUpperCase(Locale.ROOT)).matches();
    }

    static boolean looksSecret(String text) {
        return FORM.matcher(text).find();
    }
}
