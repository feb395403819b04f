package dev.tinyland.gf.markdown;

import java.util.Locale;

/** Reads the info string of a fence, in the spellings of GitHub, Pandoc, MkDocs and Docusaurus. */
final class FenceInfo {

    private FenceInfo() {}

    static String language(String info) {
        String rest = info.strip();
        if (rest.startsWith("{")) {
            rest = rest.substring(1).strip();
        }
        if (rest.startsWith(".")) {
            rest = rest.substring(1);
        }
        int end = 0;
        while (end < rest.length() && isLanguageCharacter(rest.charAt(end))) {
            end++;
        }
        boolean attribute = end < rest.length() && rest.charAt(end) == '=';
        return attribute ? "" : rest.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isLanguageCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '+' || c == '#' || c == '.' || c == '/';
    }
}
