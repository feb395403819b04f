package dev.tinyland.gf.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Structure, types, comments and spans of collections. */
class YamlTreeTests {

    @ParameterizedTest
    @CsvSource({
        "true, BOOLEAN",
        "True, BOOLEAN",
        "FALSE, BOOLEAN",
        "tRUE, STRING",
        "yes, STRING",
        "no, STRING",
        "off, STRING",
        "on, STRING",
        "null, NULL",
        "~, NULL",
        "nUll, STRING",
        "0, INTEGER",
        "-12, INTEGER",
        "0o17, INTEGER",
        "0x1F, INTEGER",
        "017, INTEGER",
        "1_000, STRING",
        "1.5, FLOAT",
        ".5, FLOAT",
        "1e3, FLOAT",
        "-.inf, FLOAT",
        ".nan, FLOAT",
        "1:30, STRING",
        "2026-11-21, STRING",
        "v1, STRING",
        "'\"true\"', STRING",
        "!!str true, STRING",
        "!!bool x, BOOLEAN",
        "!local 1, STRING"
    })
    void plainScalarsHaveTypesOfTheCoreSchema(String written, CoreType type) {
        YamlScalar scalar = assertInstanceOf(
                YamlScalar.class, Yamls.mapping("a: " + written + "\n").get("a").orElseThrow());
        assertEquals(type, scalar.type());
    }

    @Test
    void onIsAKeyLikeAnyOther() {
        YamlMapping workflow = Yamls.mapping("on: push\n");
        assertEquals("push", ((YamlScalar) workflow.get("on").orElseThrow()).value());
    }

    @Test
    void aTabMaySeparateButNotIndent() {
        YamlMapping root = Yamls.mapping("a:\t\t\n  b:\tc\n  d: e\t\nf:\t# why\n  - |\n    g:\t\n");
        YamlMapping a = (YamlMapping) root.get("a").orElseThrow();
        assertEquals("c", ((YamlScalar) a.get("b").orElseThrow()).value());
        YamlSequence f = (YamlSequence) root.get("f").orElseThrow();
        assertEquals("g:\t\n", ((YamlScalar) f.items().getFirst()).value());
        assertEquals(
                "a tab stands where YAML wants spaces",
                Yamls.problem("a:\n  b:\n \tc: d\n").message());
    }

    @Test
    void anAbsentValueIsNull() {
        YamlScalar scalar = (YamlScalar) Yamls.mapping("a:\nb: 1\n").get("a").orElseThrow();
        assertEquals(CoreType.NULL, scalar.type());
        assertEquals(2, scalar.span().start());
    }

    @Test
    void aFieldOfATemplateIsOneValue() {
        String text = "group: {{ groupId }}   # fill in\nnext: 1\n";
        YamlScalar scalar = assertInstanceOf(
                YamlScalar.class, Yamls.mapping(text).get("group").orElseThrow());
        assertEquals("{{ groupId }}", scalar.value());
        assertEquals(
                "{{ groupId }}",
                text.substring(scalar.span().start(), scalar.span().end()));
        assertEquals("1", ((YamlScalar) Yamls.mapping(text).get("next").orElseThrow()).value());
    }

    @Test
    void aBlockMappingEndsWithItsLastValue() {
        String text = "a:\n  b: 1\n\n  # a comment of the next key\nc: 2\n";
        YamlNode inner = Yamls.mapping(text).get("a").orElseThrow();
        assertEquals("b: 1", text.substring(inner.span().start(), inner.span().end()));
    }

    @Test
    void collectionsLeaveAnchorsAndTagsOut() {
        String text = "a: &x\n  &y b: 1\nc: &z !!seq [1, 2]\n";
        YamlMapping root = Yamls.mapping(text);
        YamlNode block = root.get("a").orElseThrow();
        YamlNode flow = root.get("c").orElseThrow();
        assertEquals("b: 1", text.substring(block.span().start(), block.span().end()));
        assertEquals("[1, 2]", text.substring(flow.span().start(), flow.span().end()));
    }

    @Test
    void aBlockMappingThatEndsWithAnAliasEndsThere() {
        String text = "a: &x 1\nb:\n  c: *x\n\nd: 2\n";
        YamlNode inner = Yamls.mapping(text).get("b").orElseThrow();
        assertEquals("c: *x", text.substring(inner.span().start(), inner.span().end()));
    }

    @Test
    void anAliasIsTheNodeItNames() {
        YamlMapping root = Yamls.mapping("a: &x {k: v}\nb: *x\n");
        assertSame(root.get("a").orElseThrow(), root.get("b").orElseThrow());
    }

    @Test
    void aMergeKeyIsNotApplied() {
        YamlMapping root = Yamls.mapping("a: &x {k: v}\nb:\n  <<: *x\n");
        YamlMapping b = (YamlMapping) root.get("b").orElseThrow();
        assertEquals(
                List.of("<<"),
                b.entries().stream().map(entry -> entry.key().value()).toList());
    }

    @Test
    void aWalkVisitsASharedNodeOnce() {
        List<String> paths = new ArrayList<>();
        YamlWalker.walk(
                Yamls.mapping("a: &x [1]\nb: *x\nc: {d: 2}\n"), (path, node) -> paths.add(String.join(" ", path)));
        assertEquals(List.of("", "a", "a 0", "c", "c d"), paths);
    }

    @Test
    void everyDocumentOfAStreamIsGiven() {
        YamlResult.Parsed parsed = Yamls.parsed("%YAML 1.2\n---\na: 1\n---\n# nothing\n---\n- b\n...\n");
        assertEquals(2, parsed.documents().size());
    }

    @Test
    void anEmptyFileHasNoDocument() {
        assertEquals(List.of(), Yamls.parsed("").documents());
        assertEquals(List.of(), Yamls.parsed("# only a comment\n").documents());
    }

    @Test
    void commentsAreFoundOutsideScalarsOnly() {
        String text = """
            # top
            a: "# no" # yes
            b: x#no
            c: | # header
              # no
            d: [1, #flow
              2]
            e: 'it''s # no'
            f: one
              two # after two
            # end
            """;
        YamlResult.Parsed parsed = Yamls.parsed(text);
        assertEquals(
                List.of("# top", "# yes", "# header", "#flow", "# after two", "# end"),
                parsed.comments().stream()
                        .map(comment -> comment.content().text())
                        .toList());
        assertEquals(
                List.of(true, false, false, false, false, true),
                parsed.comments().stream().map(YamlComment::ownLine).toList());
    }

    @Test
    void aCommentAfterABlockScalarIsAComment() {
        YamlResult.Parsed parsed = Yamls.parsed("a:\n  run: |\n    echo\n\n  # comment\nb: 1\n");
        assertEquals(1, parsed.comments().size());
        assertTrue(parsed.comments().getFirst().ownLine());
    }

    @Test
    void spansCountUtf16UnitsAfterSupplementaryCharacters() {
        SourceFile file = new SourceFile("x.yml", "\uD83D\uDE00: [\uD83D\uDE00, b]\nc: d\n");
        YamlMapping root =
                (YamlMapping) Yamls.parsed(Fragment.whole(file)).documents().getFirst();
        assertEquals("d", file.text(root.get("c").orElseThrow().span()));
    }
}
