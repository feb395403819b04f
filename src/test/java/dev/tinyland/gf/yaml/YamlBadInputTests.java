package dev.tinyland.gf.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attack of the specification's table of SnakeYAML limits, and the ordinary mistakes. */
class YamlBadInputTests {

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("recursive anchor", "a: &a [*a]\n", 7, "cycle"),
                Arguments.of("recursive mapping", "a: &a\n  b: *a\n", 11, "cycle"),
                Arguments.of("flow 51 deep", "[".repeat(51) + "]".repeat(51), 50, "deeper than 50"),
                Arguments.of("a million brackets", "[".repeat(1 << 20), 50, "deeper than 50"),
                Arguments.of("compact block 20,000 deep", "- ".repeat(20_000) + "x", 100, "deeper than 50"),
                Arguments.of("undefined alias", "a: *b\n", 3, "not defined"),
                Arguments.of("alias of an earlier document", "a: &b 1\n---\na: *b\n", 15, "not defined"),
                Arguments.of("NUL", "a: \0\n", 3, "U+0000"),
                Arguments.of("lone surrogate", "a: \uD83D x\n", 3, "U+D83D"),
                Arguments.of("tab indentation", "a:\n\tb: 1\n", 3, "a tab"),
                Arguments.of("java tag", "a: !!javax.script.ScriptEngineManager [x]\n", 3, "global tag"),
                Arguments.of("java tag spelt out", "a: !<tag:yaml.org,2002:java.net.URL> x\n", 3, "global tag"),
                Arguments.of(
                        "foreign global tag by directive", "%TAG !! tag:x,2000:\n---\na: !!y 1\n", 27, "global tag"),
                Arguments.of("unclosed quote", "a: 'b\nc: d\n", 0, "not closed"),
                Arguments.of("unclosed flow", "a: [b\nc: d\n", 0, "'['"),
                Arguments.of("unclosed brace", "a: {b\n", 0, "'{'"),
                Arguments.of("second colon", "a: b: c\n", 4, "second ': '"),
                Arguments.of("unknown escape", "a: \"\\q\"\n", 0, "escape"),
                Arguments.of("escape of no character", "a: \"\\UFFFFFFFF\"\n", 0, "broken escape"),
                Arguments.of("escape without digits", "a: \"\\u", 0, "broken escape"),
                Arguments.of("wrong indentation", "a:\n   b: 1\n  c: 2\n", 0, "indentation"),
                Arguments.of("reserved character", "a: @b\n", 3, "quote the value"),
                Arguments.of("block header", "a: |x\n  b\n", 0, "block scalar"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void isRefusedWithASpanAndAClause(String name, String text, int at, String clause) {
        YamlProblem problem = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Yamls.problem(text));
        assertTrue(problem.message().contains(clause), problem.message());
        assertTrue(problem.span().end() <= text.length(), "the span leaves the file");
        if (at > 0) {
            assertEquals(at, problem.span().start());
        }
    }

    @Test
    void billionLaughsAreRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            text.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d, ".formatted(i - 1).repeat(9))
                    .append("]\n");
        }
        YamlProblem problem = Yamls.problem(text.toString());
        assertTrue(problem.message().contains("expand to more than"), problem.message());
    }

    @Test
    void manyScalarAliasesAreFine() {
        String text = "a: &a x\nb:\n" + "- *a\n".repeat(100_000);
        YamlMapping root = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Yamls.mapping(text));
        assertEquals(
                100_000, ((YamlSequence) root.get("b").orElseThrow()).items().size());
    }

    @Test
    void aTextOverTheLimitIsRefusedUnread() {
        String text = "a: " + "x".repeat(4 << 20);
        YamlProblem problem = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Yamls.problem(text));
        assertTrue(problem.message().contains("longer than 1,048,576"), problem.message());
    }

    @Test
    void aScalarAsLongAsTheLimitIsRead() {
        String text = "a: " + "x".repeat((1 << 20) - 4) + "\n";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Yamls.parsed(text));
    }

    @Test
    void theLimitIsTheCallersToRaise() {
        SourceFile file = new SourceFile("x.yml", "a: " + "'x' ".repeat(1) + "# " + "y".repeat(2 << 20));
        YamlResult result = YamlParser.parse(Fragment.whole(file), new YamlLimits(4 << 20, 50, 100_000));
        assertTrue(result instanceof YamlResult.Parsed);
    }

    @Test
    void aDuplicateKeyIsAProblemAtTheSecondKey() {
        String text = "on: push\njobs: {}\non: pull_request\n";
        YamlResult.Parsed parsed = Yamls.parsed(text);
        assertEquals(1, parsed.problems().size());
        assertEquals(new Span(18, 20), parsed.problems().getFirst().span());
        assertEquals(3, ((YamlMapping) parsed.documents().getFirst()).entries().size());
    }

    @Test
    void aQuotedKeyIsTheSameKey() {
        assertEquals(1, Yamls.parsed("a: 1\n\"a\": 2\n").problems().size());
    }

    @Test
    void aDuplicateByAliasIsAProblemAtTheAlias() {
        YamlResult.Parsed parsed = Yamls.parsed("&k a: 1\n*k : 2\n");
        assertEquals(new Span(8, 10), parsed.problems().getFirst().span());
    }

    @Test
    void aKeyThatIsNoScalarIsAProblemAndLeftOut() {
        YamlResult.Parsed parsed = Yamls.parsed("? [a]\n: 1\nb: 2\n");
        assertEquals(1, parsed.problems().size());
        assertEquals(1, ((YamlMapping) parsed.documents().getFirst()).entries().size());
    }

    @Test
    void manyCommentsAreQuick() {
        String text = "a: 1\n" + "# c\n".repeat(200_000);
        YamlResult.Parsed parsed = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Yamls.parsed(text));
        assertEquals(200_000, parsed.comments().size());
    }

    @Test
    void tagsOfMkDocsAreFine() {
        assertFalse(Yamls.mapping("a: !!python/name:x.y.z ''\n").entries().isEmpty());
    }

    @Test
    void localTagsAreFine() {
        assertFalse(Yamls.mapping("a: !reference [b, c]\n").entries().isEmpty());
    }

    @Test
    void noPrefixOfAGoodFileThrows() {
        String text = """
            on: {push: {branches: [main]}}
            jobs:
              a: &x
                run: |2-
                   echo "a\tb" 'c'
                with: "\\u00e9\\
                  x"
              b: *x
              ? c
              : !t >+
                d
            """;
        for (int end = 0; end <= text.length(); end++) {
            SourceFile file = new SourceFile("x.yml", text.substring(0, end));
            switch (YamlParser.parse(Fragment.whole(file))) {
                case YamlResult.Parsed parsed -> assertTrue(parsed.documents().size() <= 1);
                case YamlResult.Unreadable unreadable ->
                    assertTrue(unreadable.problem().span().end() <= end, "a span outside the file");
            }
        }
    }
}
