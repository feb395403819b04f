package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML text to nodes. The grammar is SnakeYAML's, taken as events, so nothing is ever constructed from a tag; types,
 * duplicate keys, aliases and limits are decided here, because SnakeYAML resolves types after YAML 1.1 and accepts
 * duplicate keys and cycles.
 */
public final class YamlParser {

    /** Each one reads the text from its start again. */
    private static final int MOST_CORRECTIONS = 64;

    private YamlParser() {}

    /** Parses within {@link YamlLimits#STANDARD}. */
    public static YamlResult parse(Fragment text) {
        return parse(text, YamlLimits.STANDARD);
    }

    /** Parses every document of a stream. Never throws: what cannot be read is {@link YamlResult.Unreadable}. */
    public static YamlResult parse(Fragment text, YamlLimits limits) {
        if (text.length() > limits.length()) {
            return unreadable(text, 0, 0, "the text is longer than %,d characters".formatted(limits.length()));
        }
        int control = firstUnprintable(text.text());
        if (control >= 0) {
            int codePoint = text.text().codePointAt(control);
            return unreadable(
                    text,
                    control,
                    control + Character.charCount(codePoint),
                    "the character U+%04X is not allowed in YAML".formatted(codePoint));
        }
        CodePoints codePoints = CodePoints.of(text.text());
        String fed = text.text();
        for (int corrections = 0; ; corrections++) {
            StreamReader reader = new WholeReader(fed);
            try {
                return new TreeBuilder(text, codePoints, limits, new ParserImpl(reader, options())).build();
            } catch (TreeBuilder.Refusal refusal) {
                return new YamlResult.Unreadable(refusal.problem());
            } catch (MarkedYAMLException malformed) {
                Mark mark =
                        malformed.getProblemMark() != null ? malformed.getProblemMark() : malformed.getContextMark();
                int at = mark == null ? 0 : codePoints.offset(mark.getIndex());
                if (corrections == MOST_CORRECTIONS || !separates(fed, at)) {
                    return unreadable(text, at, endOfLine(text.text(), at), Clauses.of(malformed));
                }
                fed = fed.substring(0, at) + ' ' + fed.substring(at + 1);
            } catch (YAMLException malformed) {
                int at = codePoints.offset(reader.getIndex());
                return unreadable(text, at, at, "this is not well-formed YAML");
            } catch (IllegalArgumentException brokenEscape) {
                // SnakeYAML 2.7 does not catch what parsing the hexadecimal digits of an escape throws
                int at = codePoints.offset(reader.getIndex());
                return unreadable(text, at, at, "a double-quoted text holds a broken escape");
            } catch (StackOverflowError tooDeep) {
                return unreadable(text, 0, 0, "the text is nested too deeply");
            }
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    /**
     * Whether a tab stands where YAML 1.2 lets it separate (after a key's colon, at the end of a line); SnakeYAML lets
     * only spaces.
     */
    private static boolean separates(CharSequence text, int at) {
        if (at >= text.length() || text.charAt(at) != '\t') {
            return false;
        }
        int before = at;
        while (before > 0 && text.charAt(before - 1) == ' ') {
            before--;
        }
        if (before == 0 || text.charAt(before - 1) == '\n' || text.charAt(before - 1) == '\r') {
            return false;
        }
        int after = at;
        while (after < text.length() && (text.charAt(after) == '\t' || text.charAt(after) == ' ')) {
            after++;
        }
        boolean endsLine = after == text.length() || "\n\r#".indexOf(text.charAt(after)) >= 0;
        return endsLine || text.charAt(before - 1) == ':';
    }

    private static YamlResult unreadable(Fragment text, int start, int end, String message) {
        Span span = start == end ? Span.at(text.toSource(start)) : text.toSource(start, end);
        return new YamlResult.Unreadable(new YamlProblem(span, message));
    }

    private static int firstUnprintable(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if ((c >= ' ' && c <= '~') || c == '\n') {
                i++;
                continue;
            }
            int codePoint = text.codePointAt(i);
            if (!StreamReader.isPrintable(codePoint)) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return -1;
    }

    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
