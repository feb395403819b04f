package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Parses any YAML, and says what is wrong with what is none. The grammar is SnakeYAML's, taken as events, so nothing is ever
 * constructed from a tag; types, duplicate keys, aliases and limits are decided by {@link TreeBuilder}, because SnakeYAML
 * resolves types after YAML 1.1 and accepts duplicate keys and cycles.
 */
final class EventParser {

    /** Each one reads the text from its start again. */
    private static final int MOST_CORRECTIONS = 64;

    private EventParser() {}

    static YamlResult parse(Fragment text, YamlLimits limits) {
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
                    return YamlParser.unreadable(
                            text, at, CommentScanner.endOfLine(text.text(), at), Clauses.of(malformed));
                }
                fed = fed.substring(0, at) + ' ' + fed.substring(at + 1);
            } catch (YAMLException malformed) {
                int at = codePoints.offset(reader.getIndex());
                return YamlParser.unreadable(text, at, at, "this is not well-formed YAML");
            } catch (IllegalArgumentException brokenEscape) {
                // SnakeYAML 2.7 does not catch what parsing the hexadecimal digits of an escape throws
                int at = codePoints.offset(reader.getIndex());
                return YamlParser.unreadable(text, at, at, "a double-quoted text holds a broken escape");
            } catch (StackOverflowError tooDeep) {
                return YamlParser.unreadable(text, 0, 0, "the text is nested too deeply");
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
}
