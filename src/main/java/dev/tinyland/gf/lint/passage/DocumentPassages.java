package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.markdown.CodeSpan;
import dev.tinyland.gf.markdown.FrontMatter;
import dev.tinyland.gf.markdown.MarkdownBlock;
import dev.tinyland.gf.markdown.MarkdownComment;
import dev.tinyland.gf.markdown.MarkdownDocument;
import dev.tinyland.gf.markdown.MarkdownParser;
import dev.tinyland.gf.markdown.RichText;
import dev.tinyland.gf.markdown.TableRow;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Turns a page into passages. Prose comes sentence by sentence, so that a sentence that calls a name out of contract
 * exempts that name and no other. Text of links is no claim of this page and is left out.
 */
public final class DocumentPassages implements PassageExtractor {
    private final LegacyWords words;

    public DocumentPassages(LegacyWords words) {
        this.words = words;
    }

    @Override
    public List<Passage> passages(SourceFile file) {
        return read(file).passages();
    }

    public DocumentReading read(SourceFile file) {
        MarkdownDocument page = MarkdownParser.parse(Fragment.whole(file));
        Reader reader = new Reader(words);
        page.frontMatter().ifPresent(reader::frontMatter);
        page.blocks().forEach(reader::block);
        page.comments().forEach(reader::comment);
        List<Passage> ordered = reader.passages.stream()
                .sorted(Comparator.comparing(passage -> passage.text().span()))
                .toList();
        return new DocumentReading(page, ordered, reader.fences);
    }

    /** One walk over one page. */
    private static final class Reader {
        private final LegacyWords words;
        private final SectionLabels labels;
        private final List<Passage> passages = new ArrayList<>();
        private final List<Fence> fences = new ArrayList<>();

        Reader(LegacyWords words) {
            this.words = words;
            this.labels = new SectionLabels(words);
        }

        void frontMatter(FrontMatter front) {
            labels.frontMatter(front);
            String language = switch (front.format()) {
                case YAML -> "yaml";
                case TOML -> "toml";
            };
            passages.addAll(FencePassages.of(
                    new Fence(front.content(), language, Optional.empty(), Optional.empty(), labels.inherited())));
        }

        void block(MarkdownBlock block) {
            labels.enter(block);
            switch (block) {
                case MarkdownBlock.Heading heading -> text(heading.text(), Role.HEADING, labels.inherited());
                case MarkdownBlock.Paragraph paragraph -> prose(paragraph.text());
                case MarkdownBlock.Fence fence -> fence(fence.content(), fence.language());
                case MarkdownBlock.IndentedCode code -> fence(code.content(), "");
                case MarkdownBlock.Table table -> table(table);
                case MarkdownBlock.Html html -> html(html.content());
            }
            labels.leave(block);
        }

        void comment(MarkdownComment comment) {
            add(comment.content(), Role.COMMENT, Optional.of(new Label(Label.Kind.COMMENT, "comment", comment.span())));
        }

        private void fence(Fragment content, String language) {
            Fence fence = new Fence(content, language, labels.heading(), labels.lead(), labels.ofCode());
            fences.add(fence);
            passages.addAll(FencePassages.of(fence));
        }

        private void prose(RichText text) {
            Fragment prose = text.prose();
            for (Sentences.Range range : Sentences.ranges(prose.text())) {
                Fragment sentence = prose.slice(range.from(), range.to());
                Optional<Label> label = labels.inherited().or(() -> words.in(sentence));
                add(sentence, Role.PROSE, label);
                for (CodeSpan code : text.codeSpans()) {
                    if (range.holds(code.start())) {
                        add(code.content(), Role.INLINE_CODE, label);
                    }
                }
            }
        }

        private void table(MarkdownBlock.Table table) {
            Optional<Label> inherited = labels.ofTable();
            List<Optional<Label>> columns = new ArrayList<>();
            for (TableRow row : table.rows()) {
                Optional<Label> ofRow = inherited;
                for (RichText cell : row.cells()) {
                    if (row.header()) {
                        columns.add(words.in(cell.text()));
                    } else {
                        ofRow = ofRow.or(() -> words.in(cell.text()));
                    }
                }
                for (int i = 0; i < row.cells().size(); i++) {
                    Optional<Label> ofColumn = i < columns.size() ? columns.get(i) : Optional.empty();
                    text(row.cells().get(i), Role.TABLE_CELL, ofRow.or(() -> ofColumn));
                }
            }
        }

        private void text(RichText text, Role role, Optional<Label> label) {
            add(text.prose(), role, label);
            for (CodeSpan code : text.codeSpans()) {
                add(code.content(), Role.INLINE_CODE, label);
            }
        }

        private void html(Fragment content) {
            Fragment visible = Tags.blanked(content);
            for (Sentences.Range range : Sentences.ranges(visible.text())) {
                Fragment sentence = visible.slice(range.from(), range.to());
                add(sentence, Role.PROSE, labels.inherited().or(() -> words.in(sentence)));
            }
        }

        private void add(Fragment text, Role role, Optional<Label> label) {
            int start = 0;
            while (start < text.length() && Character.isWhitespace(text.text().charAt(start))) {
                start++;
            }
            if (start < text.length()) {
                Fragment trimmed = text.slice(start, text.length());
                passages.add(new Passage(trimmed, Surface.DOCUMENT, role, "", List.of(), label));
            }
        }
    }
}
