package dev.tinyland.gf.arc.rule;

import java.util.regex.Pattern;

/** Texts that are credentials by their form, wherever they stand. */
final class SecretShapes {
    /** Source: GitHub's documentation of token prefixes; RFC 7468 for the armour of a private key. */
    private static final Pattern FORM = Pattern.compile("(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9_]{20,}"
            + "|github_pat_[A-Za-z0-9_]{20,}"
            + "|glpat-[A-Za-z0-9_-]{16,}"
            + "|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----"
            + "|(?:AKIA|ASIA)[A-Z0-9]{16}");

    private SecretShapes() {}

    static boolean looksSecret(String text) {
        return FORM.matcher(text).find();
    }
}
