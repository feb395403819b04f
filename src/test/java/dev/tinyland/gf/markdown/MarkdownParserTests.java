package dev.tinyland.gf.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.markdown.MarkdownBlock.Fence;
import dev.tinyland.gf.markdown.MarkdownBlock.Heading;
import dev.tinyland.gf.markdown.MarkdownBlock.Html;
import dev.tinyland.gf.markdown.MarkdownBlock.IndentedCode;
import dev.tinyland.gf.markdown.MarkdownBlock.Paragraph;
import dev.tinyland.gf.markdown.MarkdownBlock.Table;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Position;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownParserTests {

    private static MarkdownDocument parse(String text) {
        return MarkdownParser.parse(Fragment.whole(new SourceFile("page.md", text)));
    }

    private static <B extends MarkdownBlock> B only(MarkdownDocument page, Class<B> type) {
        List<B> found =
                page.blocks().stream().filter(type::isInstance).map(type::cast).toList();
        assertEquals(1, found.size(), () -> type + " in " + page.blocks());
        return found.getFirst();
    }

    private static Position position(Fragment fragment, String piece) {
        int at = fragment.text().indexOf(piece);
        assertTrue(at >= 0, () -> piece + " in " + fragment.text());
        Span span = fragment.toSource(at, at + piece.length());
        assertEquals(piece, fragment.source().text(span));
        return fragment.source().position(span.start());
    }

    @Test
    void headingsCarryTheirLevelAndText() {
        MarkdownDocument page = parse("# Old `ns` *cache*\n\nSetext\n------\n");

        Heading first = (Heading) page.blocks().get(0);
        Heading second = (Heading) page.blocks().get(1);

        assertEquals(1, first.level());
        assertEquals("Old ns cache", first.text().text().text());
        assertEquals(new Position(1, 13), position(first.text().text(), "cache"));
        assertEquals(2, second.level());
        assertEquals("Setext", second.text().text().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```bash\nattic push main x\n  tail\n```\n",
                "~~~bash\nattic push main x\n  tail\n~~~\n",
                "1. one\n\n   ```bash\n   attic push main x\n     tail\n   ```\n",
                "- one\n  - two\n\n    ~~~~ bash title=\"x\"\n    attic push main x\n      tail\n    ~~~~\n",
                "> quote\n> ```bash\n> attic push main x\n>   tail\n> ```\n",
                ">```bash\n>attic push main x\n>   tail\n>```\n",
                "> - item\n>   ```bash\n>   attic push main x\n>     tail\n>   ```\n",
                "  ```bash\n  attic push main x\n    tail\n  ```\n",
                "```bash\r\nattic push main x\r\n  tail\r\n```\r\n",
                "- a\n\n\t```bash\n\tattic push main x\n\t  tail\n\t```\n",
                "```{.bash}\nattic push main x\n  tail",
            })
    void aFenceMapsEveryLineBack(String text) {
        Fence fence = only(parse(text), Fence.class);

        assertEquals("bash", fence.language());
        String content = fence.content().text();
        assertTrue(
                content.stripTrailing().stripIndent().equals("attic push main x\n  tail"), () -> '"' + content + '"');
        position(fence.content(), "attic push main x");
        position(fence.content(), "tail");
        assertTrue(fence.span().contains(fence.content().toSource(0, "attic".length())));
    }

    @Test
    void blankLinesInAFenceKeepTheLinesInStep() {
        Fence fence = only(parse("* x\n\n  ```\n  one\n\n\n  two\n  ```\n"), Fence.class);

        assertEquals("one\n\n\ntwo\n", fence.content().text());
        assertEquals(new Position(7, 3), position(fence.content(), "two"));
        assertEquals("", fence.language());
    }

    @Test
    void anEmptyFenceIsEmpty() {
        assertEquals("", only(parse("```yaml\n```\n"), Fence.class).content().text());
        assertEquals("", only(parse("text\n\n```"), Fence.class).content().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yaml", "YAML", "yaml title=\"a.yml\"", "yaml{1,3}", "{.yaml #id}", "{ .yaml }", "yaml,ignore"})
    void theLanguageIsTheFirstWord(String info) {
        assertEquals("yaml", FenceInfo.language(info));
    }

    @Test
    void anAttributeIsNoLanguage() {
        assertEquals("", FenceInfo.language("title=x"));
        assertEquals("", FenceInfo.language(""));
    }

    @Test
    void indentedCodeMapsBack() {
        IndentedCode code = only(parse("text\n\n    civo kubernetes list\n\n      more\n"), IndentedCode.class);

        assertEquals("civo kubernetes list\n\n  more\n", code.content().text());
        assertEquals(new Position(3, 5), position(code.content(), "civo"));
        assertEquals(new Position(5, 7), position(code.content(), "more"));
    }

    @Test
    void codeSpansCarryTheirContent() {
        Paragraph paragraph =
                only(parse("Run `` a `b` `` and `attic\npush`, \\*now\\* &amp; then.\n"), Paragraph.class);
        RichText text = paragraph.text();

        assertEquals("Run a `b` and attic push, *now* & then.", text.text().text());
        assertEquals("a `b`", text.codeSpans().get(0).content().text());
        assertEquals("attic push", text.codeSpans().get(1).content().text());
        assertEquals(
                new Position(2, 1),
                paragraph
                        .text()
                        .text()
                        .source()
                        .position(text.codeSpans().get(1).content().toSource(6)));
        assertEquals(new Position(2, 22), position(text.text(), "then"));
        assertEquals("Run       and           , *now* & then.", text.prose().text());
    }

    @Test
    void tablesGiveHeaderAndCells() {
        Table table = only(
                parse("| Name | Value |\n|---|---|\n| `a\\|b` | see attic-cache-dev |\n| x \\| y | <br> |\n"),
                Table.class);

        assertEquals(3, table.rows().size());
        assertTrue(table.rows().get(0).header());
        assertFalse(table.rows().get(1).header());
        assertEquals("Value", table.rows().get(0).cells().get(1).text().text());
        RichText cell = table.rows().get(1).cells().get(0);
        assertEquals("a|b", cell.codeSpans().getFirst().content().text());
        assertEquals(
                new Position(3, 16), position(table.rows().get(1).cells().get(1).text(), "attic-cache-dev"));
        assertEquals("x | y", table.rows().get(2).cells().get(0).text().text());
    }

    @Test
    void linkTextIsNoProseButAnAutolinkIs() {
        Paragraph paragraph = only(
                parse("See [attic-cache](https://x.example/attic-cache), <https://y.example> now\n"), Paragraph.class);

        assertEquals(
                "See            , https://y.example now",
                paragraph.text().prose().text());
        assertEquals(
                "https://x.example/attic-cache",
                paragraph.text().links().getFirst().destination());
        assertTrue(paragraph.text().links().getLast().showsItsAddress());
        assertEquals(new Position(1, 52), position(paragraph.text().text(), "https://y.example"));
    }

    @Test
    void commentsAreFoundOnTheirOwnInsideALineAndInQuotes() {
        MarkdownDocument page = parse("""
            <!-- one -->

            text <!-- two --> more

            > <!-- three
            > lines -->

            - <!-- four -->
              item

            <!-- open\
            """);

        assertEquals(
                List.of(" one ", " two ", " three\n> lines ", " four ", " open"),
                page.comments().stream()
                        .map(comment -> comment.content().text())
                        .toList());
        assertEquals(
                List.of(true, false, true, true, true),
                page.comments().stream().map(MarkdownComment::ownLine).toList());
    }

    @Test
    void commentsInAFenceAreCode() {
        assertEquals(
                List.of(), parse("```html\n<!-- x -->\n```\n`<!-- y -->`\n").comments());
    }

    @Test
    void htmlBlocksKeepTheirLines() {
        Html html = only(parse("<details>\n<summary>Legacy</summary>\n</details>\n"), Html.class);

        assertEquals(new Position(2, 10), position(html.content(), "Legacy"));
    }

    @Test
    void frontMatterIsTakenOff() {
        MarkdownDocument page = parse("---\ntitle: Old\nstatus: legacy\n---\n# Title\n");

        FrontMatter front = page.frontMatter().orElseThrow();
        assertEquals(FrontMatter.Format.YAML, front.format());
        assertEquals("title: Old\nstatus: legacy\n", front.content().text());
        assertEquals(new Position(3, 9), position(front.content(), "legacy"));
        Heading heading = only(page, Heading.class);
        assertEquals(new Position(5, 3), position(heading.text().text(), "Title"));
        assertEquals(
                FrontMatter.Format.TOML,
                parse("+++\ndraft = true\n+++\nx").frontMatter().orElseThrow().format());
    }

    @Test
    void aRuleThatNothingClosesIsNoFrontMatter() {
        assertTrue(parse("---\ntext\n").frontMatter().isEmpty());
        assertTrue(parse("----\ntext\n----\n").frontMatter().isEmpty());
        assertTrue(parse("---").frontMatter().isEmpty());
    }

    @Test
    void mdxAndAdmonitionsPassThrough() {
        MarkdownDocument page =
                parse("import X from './x'\n\n:::warning Legacy\n\nold\n\n:::\n\n<Tabs>\n\ntext\n\n</Tabs>\n");

        assertEquals(
                "import X from './x'",
                ((Paragraph) page.blocks().getFirst()).text().text().text());
        assertEquals(
                ":::warning Legacy",
                ((Paragraph) page.blocks().get(1)).text().text().text());
    }

    @Test
    void depthSaysHowFarABlockStandsInListsAndQuotes() {
        Paragraph paragraph = only(parse("> - > - deep\n"), Paragraph.class);

        assertEquals(new MarkdownBlock.Depth(2, 2), paragraph.depth());
    }

    @Test
    void aFragmentInsideAFileKeepsFileOffsets() {
        SourceFile file = new SourceFile("x.md", "skip me\n# Title `code`\n");
        MarkdownDocument page = MarkdownParser.parse(
                Fragment.verbatim(file, new Span(8, file.text().length())));

        assertEquals(
                new Position(2, 3), position(only(page, Heading.class).text().text(), "Title"));
    }

    @Test
    void linkDefinitionsAndNulsDoNoHarm() {
        MarkdownDocument page =
                parse("[a]: https://x.example\n\nnul \0 \ud83d\ude00 &#x1F600; &nbsp; &bogus; \\ end\n");

        position(only(page, Paragraph.class).text().text(), "end");
    }
}
