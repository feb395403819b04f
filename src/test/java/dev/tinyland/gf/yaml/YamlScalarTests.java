package dev.tinyland.gf.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every character of every scalar style is found again in the file. */
class YamlScalarTests {

    static Stream<Arguments> scalars() {
        return Stream.of(
                // name, text, value of key a, then what each needle of the value is in the file
                Arguments.of("plain", "a: one two # c\n", "one two", "two", "two"),
                Arguments.of(
                        "plain over lines", "a: one\n   two\n\n   three\nb: 1\n", "one two\nthree", "three", "three"),
                Arguments.of("plain over CRLF lines", "a: one\r\n   two\r\nb: 1\r\n", "one two", "two", "two"),
                Arguments.of("plain with tabs inside", "a: one\ttwo\n", "one\ttwo", "two", "two"),
                Arguments.of(
                        "plain after emoji", "# \uD83D\uDE00\na: \uD83D\uDE00 two\n", "\uD83D\uDE00 two", "two", "two"),
                Arguments.of("single", "a: 'it''s here'\n", "it's here", "here", "here"),
                Arguments.of("single, the quote", "a: 'it''s here'\n", "it's here", "'", "''"),
                Arguments.of("single over lines", "a: 'one \n\n\n  two'\n", "one\n\ntwo", "two", "two"),
                Arguments.of("double", "a: \"one\\ttwo\"\n", "one\ttwo", "two", "two"),
                Arguments.of("double, the escape", "a: \"one\\ttwo\"\n", "one\ttwo", "\t", "\\t"),
                Arguments.of("double x", "a: \"\\x41bc\"\n", "Abc", "A", "\\x41"),
                Arguments.of("double u", "a: \"\\u00e9bc\"\n", "\u00e9bc", "bc", "bc"),
                Arguments.of("double U", "a: \"\\U0001F600bc\"\n", "\uD83D\uDE00bc", "bc", "bc"),
                Arguments.of(
                        "double, every short escape",
                        "a: \"\\0\\a\\b\\t\\n\\v\\f\\r\\e\\ \\\"\\\\\\N\\_\\L\\Pz\"\n",
                        "\0\u0007\b\t\n\u000B\f\r\u001B \"\\\u0085\u00A0\u2028\u2029z",
                        "z",
                        "z"),
                Arguments.of("double continued", "a: \"one \\\n    two\"\n", "one two", "two", "two"),
                Arguments.of("double continued past blank line", "a: \"one\\\n\n    two\"\n", "one\ntwo", "two", "two"),
                Arguments.of(
                        "double over lines", "a: \"one\n    two\n\n    three\"\n", "one two\nthree", "three", "three"),
                Arguments.of("double over CRLF", "a: \"one\r\n    two\"\r\n", "one two", "two", "two"),
                Arguments.of("literal", "a: |\n  one\n    two\n  three\nb: 1\n", "one\n  two\nthree\n", "two", "two"),
                Arguments.of("literal CRLF", "a: |\r\n  one\r\n  two\r\nb: 1\r\n", "one\ntwo\n", "two", "two"),
                Arguments.of("literal stripped", "a: |-\n  one\n  two\n\n\nb: 1\n", "one\ntwo", "two", "two"),
                Arguments.of("literal kept", "a: |+\n  one\n  two\n\n\nb: 1\n", "one\ntwo\n\n\n", "two", "two"),
                Arguments.of("literal leading blank lines", "a: |\n\n\n  one\nb: 1\n", "\n\none\n", "one", "one"),
                Arguments.of("literal header comment", "a: | # why\n  one\n", "one\n", "one", "one"),
                Arguments.of("literal with tab", "a: |\n  \tone\n", "\tone\n", "one", "one"),
                Arguments.of("literal at end of file", "a: |\n  one", "one", "one", "one"),
                Arguments.of(
                        "literal explicit",
                        "a: |2-\n    one\n   two\n  three\n",
                        "  one\n two\nthree",
                        "three",
                        "three"),
                Arguments.of("literal explicit, sign first", "a: |-2\n    one\n", "  one", "one", "one"),
                Arguments.of("literal of blanks only", "a: |2\n     \n", "   \n", " \n", " \n"),
                Arguments.of("folded", "a: >\n  one\n  two\n\n  three\nb: 1\n", "one two\nthree\n", "three", "three"),
                Arguments.of("folded kept", "a: >+\n  one\n  two\n\n\n", "one two\n\n\n", "two", "two"),
                Arguments.of("folded stripped", "a: >-\n  one\n  two\n", "one two", "two", "two"),
                Arguments.of(
                        "folded, more indented",
                        "a: >\n  one\n    two\n    three\n  four\n  five\n",
                        "one\n  two\n  three\nfour five\n",
                        "five",
                        "five"),
                Arguments.of("folded with emoji", "a: >\n  \uD83D\uDE00\n  two\n", "\uD83D\uDE00 two\n", "two", "two"),
                Arguments.of("nested in flow", "a: {b: [\"x\\ty\", 'q''r', p q]}\n", "p q", "q", "q"),
                Arguments.of("nested in flow, double", "z: {b: [\"x\\ty\"]}\n", "x\ty", "y", "y"),
                Arguments.of("anchored", "a: &name !!str text\n", "text", "text", "text"),
                Arguments.of("tagged on its own line", "a: !local # why\n  text\n", "text", "text", "text"),
                Arguments.of("empty quoted", "a: ''\n", "", "", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scalars")
    void everyCharacterMapsToTheFile(String name, String text, String value, String needle, String written) {
        SourceFile file = new SourceFile("x.yml", text);
        YamlScalar scalar = lastWithValue(Fragment.whole(file), value);
        assertEquals(value, scalar.value());
        int at = value.lastIndexOf(needle);
        assertEquals(written, file.text(scalar.content().toSource(at, at + needle.length())));
    }

    @Test
    void aFoldedJoinMapsToTheLineBreak() {
        SourceFile file = new SourceFile("x.yml", "a: >\n  one\n  two\n");
        YamlScalar scalar = lastWithValue(Fragment.whole(file), "one two\n");
        assertEquals(10, scalar.content().toSource(3));
        assertEquals("\n", file.text().substring(10, 11));
    }

    @Test
    void aBlockScalarSpansItsHeaderAndText() {
        SourceFile file = new SourceFile("x.yml", "a: |- # why\n  one\n  two\n\n\nb: 1\n");
        YamlScalar scalar = lastWithValue(Fragment.whole(file), "one\ntwo");
        assertEquals("|- # why\n  one\n  two", file.text(scalar.span()));
    }

    @Test
    void aQuotedScalarSpansItsQuotes() {
        SourceFile file = new SourceFile("x.yml", "a: &x !!str \"b\"\n");
        assertEquals("\"b\"", file.text(lastWithValue(Fragment.whole(file), "b").span()));
    }

    @Test
    void aSliceOfAFileGivesOffsetsOfTheFile() {
        SourceFile file = new SourceFile("x.md", "```yaml\na: 'it''s'\n```\n");
        YamlScalar scalar = lastWithValue(Fragment.verbatim(file, new Span(8, 19)), "it's");
        assertEquals("s", file.text(scalar.content().toSource(3, 4)));
        assertEquals("'it''s'", file.text(scalar.span()));
    }

    @Test
    void aDecodedFragmentIsDecodedFurther() {
        // a fence inside a list: two blanks of indentation are no part of the text
        String text = "  a: |\n    one\n  b: 1\n";
        SourceFile file = new SourceFile("x.md", text);
        String inner = "a: |\n  one\nb: 1\n";
        int[] offsets = new int[inner.length() + 1];
        int at = 0;
        for (int i = 0; i < inner.length(); i++) {
            if (i == 0 || inner.charAt(i - 1) == '\n') {
                at += 2;
            }
            offsets[i] = at++;
        }
        offsets[inner.length()] = at;
        YamlScalar scalar = lastWithValue(Fragment.decoded(file, inner, offsets), "one\n");
        assertEquals("one", file.text(scalar.content().toSource(0, 3)));
        assertEquals("|\n    one", file.text(scalar.span()));
    }

    private static YamlScalar lastWithValue(Fragment text, String value) {
        YamlScalar[] found = new YamlScalar[1];
        YamlResult.Parsed parsed = Yamls.parsed(text);
        YamlWalker.walk(parsed.documents().getFirst(), (path, node) -> {
            if (node instanceof YamlScalar scalar && scalar.value().equals(value)) {
                found[0] = scalar;
            }
        });
        assertTrue(found[0] != null, () -> "no scalar with this value in " + parsed);
        return found[0];
    }
}
