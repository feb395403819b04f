package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Fragment;
import java.util.List;

/** The texts of a block, for tests that hold for all of them. */
final class Contents {

    private Contents() {}

    static List<Fragment> of(MarkdownBlock block) {
        return switch (block) {
            case MarkdownBlock.Heading heading -> List.of(heading.text().text());
            case MarkdownBlock.Paragraph paragraph -> List.of(paragraph.text().text());
            case MarkdownBlock.Fence fence -> List.of(fence.content());
            case MarkdownBlock.IndentedCode code -> List.of(code.content());
            case MarkdownBlock.Html html -> List.of(html.content());
            case MarkdownBlock.Table table ->
                table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(RichText::text)
                        .toList();
        };
    }
}
