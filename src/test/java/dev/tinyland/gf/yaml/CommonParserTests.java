package dev.tinyland.gf.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick parser says what SnakeYAML's grammar says, or nothing. */
class CommonParserTests {
    /** More by hand: {@code -Dyaml.mutations=10000000}. */
    private static final int MUTATIONS = Integer.getInteger("yaml.mutations", 30_000);

    private static final String ALPHABET = " \n\t:-#|>'\"[]{},?&*!%\\.ab01~\r";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\n",
                "a: 1",
                "a: b # c\n# d\ne: f\n",
                "---\n# first\nname: x\non: [push, pull_request]\n",
                "on:\n  push:\n    branches: [ main, 'rel/**' ]\n  pull_request:\n",
                "a:\n- b\n- c: d\n  e: f\n-\n  - g\n- - h\n  - i\nj: k\n",
                "a:\n  - b\n\n  # c\n  - d\n",
                "a: |\n  one\n\n   two\n\nb: >-\n  x\n  y\n\n  z\n",
                "a: |+\n  one\n\n\nb: 1\n",
                "a:\n  - |2-\n    one\n  - >1\n   two\n",
                "a: | # why\n  one\n",
                "a:\n  b: |\n    if x; then\n      y # no comment\n    fi\n  # comment\n  c: ~\n",
                "a: one\n  two\n\n  three\nb: x\n",
                "a: one\n  - two\n",
                "a:\n  one\n  two\n",
                "a: 'it''s' # x\nb: \"q\\\"\\n\"\n'c d' : \"e: f\"\n",
                "a: \"one\n  two\n\n  three\"\nb: 'x\n  y'\n",
                "a: {b: c, d: [e, {f: g}], h: 'i',}\n",
                "a: [\n  b, # c\n  d,\n]\n",
                "a: []\nb: {}\n",
                "if: ${{ github.event_name == 'push' && !x }}\n",
                "a: http://x:80/y#z\nb: -1\nc: .5\nd: -x\n",
                "  a: 1\n  b: 2\n",
                "- a\n- b: c\n-\n- d\n",
                "a:\nb:\n\n\n",
                "a: 1\na: 2\nb: {c: 1, c: 2}\n",
                "ä: \uD83D\uDE00 x\n",
                "a b: c d\n<<: e\n=: f\n",
            })
    void theCommonWaysToWriteYamlAreRead(String text) {
        assertTrue(common(text).isPresent(), "left to SnakeYAML");
        agree(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment\n",
                "a: &x 1\nb: *x\n",
                "a: !!str 1\n",
                "? a\n: b\n",
                "a: 1\n---\nb: 2\n",
                "--- a: 1\n",
                "%YAML 1.2\n---\na: 1\n",
                "a:\t1\n",
                "a: b: c\n",
                "a: - b\n",
                "a: 1\n  b: 2\n",
                "  a: 1\n b: 2\n",
                "a:\n  b: 1\n c: 2\n",
                "a: [b\n",
                "a: [b]]\n",
                "a: [b] c\n",
                "a: 'b' c\n",
                "a: 'b'#c\n",
                "a: 'b\n",
                "a: \"\\q\"\n",
                "a: \"\\u0041\"\n",
                "a: {{ b }}\n",
                "a: [b: c]\n",
                "a: [,]\n",
                "a: {b}\n",
                "a: @b\n",
                "a: `b`\n",
                "a: |x\n  b\n",
                "a: |\nb: 1\n",
                "a: |\n     \n  b\n",
                "a\n",
                "a: 1\nb\n",
                "a: 1\n...\n",
                "- a\nb: 1\n",
                "a: 1\n- b\n",
                "{a: 1}\n",
                "'a\n  b': 1\n",
            })
    void whatFewWriteAndWhatIsWrongIsLeftToSnakeYaml(String text) {
        assertEquals(Optional.empty(), common(text));
    }

    @Test
    void aTextThatIsNestedTooDeeplyIsLeft() {
        assertEquals(Optional.empty(), common("a: " + "[".repeat(60) + "]".repeat(60) + "\n"));
    }

    @Test
    void aKeyThatSnakeYamlFindsTooLongIsLeft() {
        assertEquals(Optional.empty(), common("x".repeat(1100) + ": 1\n"));
    }

    /** A changed character makes of a common text one that is written otherwise, or is none: that must be seen. */
    @Test
    void changedTextsAreReadAsSnakeYamlReadsThem() throws IOException {
        List<String> texts = texts();
        Random random = new Random(20261122);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String text = mutated(texts.get(random.nextInt(texts.size())), random);
            read += agree(text) ? 1 : 0;
        }
        assertTrue(read > MUTATIONS / 5, read + " of " + MUTATIONS + " were read");
    }

    private static List<String> texts() throws IOException {
        try (Stream<Path> workflows = Files.list(Path.of(".github/workflows"))) {
            Stream<String> written = workflows.sorted().map(CommonParserTests::piece);
            return Stream.concat(
                            written,
                            Stream.of(
                                    "a:\n- b\n- c: d\n  e: f\n-\n  - g\n- - h\n  - i\nj: k\n",
                                    "a: |+\n  one\n\n\nb: >1-\n  x\n   y\n z: 1\n",
                                    "a: one\n  two\n\n  three\nb: [x, {y: 'z'}, \"q\\n\n  r\"]\n",
                                    "a: {b: c, d: [e, {f: g}], h: 'i''j',}\nk:\n  'l': \"m\"  # n\n",
                                    "a: # b\n  # c\n  d: # e\n  - f # g\n  # h\n  - 'i' # j\n"))
                    .toList();
        }
    }

    private static String piece(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(0, Math.min(text.length(), text.indexOf('\n', 600) + 1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0 && !changed.isEmpty(); i--) {
            int at = random.nextInt(changed.length());
            char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(4)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.setCharAt(at, other);
                case 2 -> changed.insert(at, other);
                default -> {
                    int end = Math.min(changed.length(), at + random.nextInt(12));
                    changed.insert(random.nextInt(changed.length()), changed.substring(at, end));
                }
            }
        }
        return changed.toString();
    }

    /** Whether the text was read by the quick parser; if so, then as by SnakeYAML. */
    static boolean agree(String text) {
        Optional<YamlResult> common = common(text);
        common.ifPresent(read -> assertEquals(
                described(EventParser.parse(fragment(text), YamlLimits.STANDARD)),
                described(read),
                () -> "of " + text));
        return common.isPresent();
    }

    private static Optional<YamlResult> common(String text) {
        Characters characters = Characters.of(text);
        return characters.unprintable() < 0 && characters.plainBreaks()
                ? CommonParser.parse(fragment(text), characters, YamlLimits.STANDARD)
                : Optional.empty();
    }

    private static Fragment fragment(String text) {
        return Fragment.whole(new SourceFile("x.yml", text));
    }

    private static String described(YamlResult result) {
        return switch (result) {
            case YamlResult.Unreadable(YamlProblem problem) -> "unreadable: " + problem;
            case YamlResult.Parsed parsed -> {
                StringBuilder said = new StringBuilder();
                parsed.documents().forEach(document -> describe(document, "", said));
                parsed.comments()
                        .forEach(comment -> said.append(comment.ownLine())
                                .append(comment.content().span())
                                .append(comment.content())
                                .append('\n'));
                yield said.append(parsed.problems()).toString();
            }
        };
    }

    private static void describe(YamlNode node, String indentation, StringBuilder said) {
        Span span = node.span();
        said.append(indentation).append(span.start()).append("..").append(span.end());
        switch (node) {
            case YamlScalar scalar -> {
                said.append(' ').append(scalar.style()).append(' ').append(scalar.type());
                said.append(" <").append(scalar.value()).append(">");
                for (int i = 0; i <= scalar.value().length(); i++) {
                    said.append(' ').append(scalar.content().toSource(i));
                }
                said.append('\n');
            }
            case YamlMapping mapping -> {
                said.append(" {\n");
                for (YamlEntry entry : mapping.entries()) {
                    describe(entry.key(), indentation + "  ", said);
                    describe(entry.value(), indentation + "    ", said);
                }
            }
            case YamlSequence sequence -> {
                said.append(" [\n");
                sequence.items().forEach(item -> describe(item, indentation + "  ", said));
            }
        }
    }
}
