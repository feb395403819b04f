package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Fragment;
import java.util.List;

/**
 * Text as a reader sees it: emphasis, escapes and entities resolved, line breaks as {@code \n}, HTML tags left out.
 *
 * @param text all of it, with the content of code spans and the text of links
 * @param codeSpans in the order of the text
 * @param links in the order of the text; a link's text can hold code spans
 */
public record RichText(Fragment text, List<CodeSpan> codeSpans, List<Link> links) {

    public RichText {
        codeSpans = List.copyOf(codeSpans);
        links = List.copyOf(links);
    }

    /**
     * The text with code spans and the text of links blanked out one for one, so that offsets stay those of
     * {@link #text()}. An autolink stays: what it shows is the address itself.
     */
    public Fragment prose() {
        char[] masked = text.text().toCharArray();
        for (CodeSpan code : codeSpans) {
            blank(masked, code.start(), code.end());
        }
        for (Link link : links) {
            if (!link.showsItsAddress()) {
                blank(masked, link.start(), link.end());
            }
        }
        int[] identity = new int[masked.length + 1];
        for (int i = 0; i < identity.length; i++) {
            identity[i] = i;
        }
        return text.decode(new String(masked), identity);
    }

    private static void blank(char[] characters, int start, int end) {
        for (int i = start; i < end; i++) {
            characters[i] = characters[i] == '\n' ? '\n' : ' ';
        }
    }
}
