package dev.tinyland.gf.markdown;

/** Finds where each character of a decoded text stands in the text it was decoded from. */
final class Alignment {

    private Alignment() {}

    /**
     * Follows backslash escapes, entities, folded line breaks and replaced NULs. Where the two cannot be brought
     * together the rest maps to the place where they parted.
     *
     * @param decoded what the parser gave
     * @param raw what stands in the page
     * @return for each character of {@code decoded}, and for its end, the offset in {@code raw}
     */
    static int[] align(String decoded, String raw) {
        int[] offsets = new int[decoded.length() + 1];
        int at = 0;
        int i = 0;
        while (i < decoded.length() && at < raw.length()) {
            char wanted = decoded.charAt(i);
            int entity = raw.charAt(at) == '&' ? entityLength(raw, at) : 0;
            if (entity > 0 && !decoded.startsWith(raw.substring(at, at + entity), i)) {
                int units = Character.isHighSurrogate(wanted) ? 2 : 1;
                for (int unit = 0; unit < units && i < decoded.length(); unit++) {
                    offsets[i++] = at;
                }
                at += entity;
            } else if (same(wanted, raw.charAt(at))) {
                offsets[i++] = at++;
            } else if (at + 1 < raw.length() && raw.charAt(at) == '\\' && same(wanted, raw.charAt(at + 1))) {
                offsets[i++] = at;
                at += 2;
            } else {
                break;
            }
        }
        int end = i == decoded.length() ? at : Math.min(at, raw.length());
        for (; i <= decoded.length(); i++) {
            offsets[i] = end;
        }
        return offsets;
    }

    /** The length of what is spelled like an entity, or 0. No name is longer than 31 letters. */
    private static int entityLength(String raw, int at) {
        int end = at + 1;
        while (end < raw.length()
                && end - at < 34
                && (Character.isLetterOrDigit(raw.charAt(end)) || raw.charAt(end) == '#')) {
            end++;
        }
        boolean closed = end > at + 1 && end < raw.length() && raw.charAt(end) == ';';
        return closed ? end + 1 - at : 0;
    }

    private static boolean same(char decoded, char raw) {
        return decoded == raw
                || (raw == '\0' && decoded == '\uFFFD')
                || ((raw == '\n' || raw == '\r') && (decoded == ' ' || decoded == '\n'));
    }
}
