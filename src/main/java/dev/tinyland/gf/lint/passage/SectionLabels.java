package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.markdown.FrontMatter;
import dev.tinyland.gf.markdown.MarkdownBlock;
import dev.tinyland.gf.markdown.MarkdownBlock.Heading;
import dev.tinyland.gf.markdown.MarkdownBlock.Paragraph;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.LineIndex;
import dev.tinyland.gf.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows a page from top to bottom and knows, at each block, the label it inherits: from the front matter, a banner at
 * the head of the page, its heading and the headings above that, the paragraph that leads into its list, and for code the
 * last paragraph of the section.
 */
final class SectionLabels {
    /** Keys of front matter that speak of the whole page. */
    private static final Set<String> PAGE_KEYS = Set.of(
            "title",
            "status",
            "state",
            "lifecycle",
            "stage",
            "label",
            "labels",
            "tag",
            "tags",
            "category",
            "banner",
            "notice");

    private static final Pattern FRONT_MATTER_LINE =
            Pattern.compile("^\\s*\"?(?<key>[\\w-]+)\"?\\s*[:=]\\s*(?<value>.*?)\\s*$");

    private final LegacyWords words;
    private final Deque<LabelledHeading> headings = new ArrayDeque<>();
    private final Deque<LeadIn> leadIns = new ArrayDeque<>();
    private @Nullable Label page;
    private @Nullable Paragraph lastParagraph;
    private int headingCount;
    private boolean bannersAllowed = true;

    SectionLabels(LegacyWords words) {
        this.words = words;
    }

    private record LabelledHeading(int level, Fragment text, Optional<Label> label) {}

    /** A paragraph ending in a colon, whose list follows. */
    private record LeadIn(int listDepth, Optional<Label> label) {}

    void frontMatter(FrontMatter front) {
        LineIndex lines = new LineIndex(front.content().text());
        String key = "";
        for (int number = 1; number <= lines.lineCount() && page == null; number++) {
            Span span = lines.lineSpan(number);
            Fragment line = front.content().slice(span.start(), span.end());
            Matcher matcher = FRONT_MATTER_LINE.matcher(line.text());
            Fragment value = line;
            if (matcher.matches()) {
                key = matcher.group("key");
                value = line.slice(matcher.start("value"), matcher.end("value"));
            }
            if (PAGE_KEYS.contains(key)) {
                page = words.in(value).orElse(null);
            } else if (matcher.matches() && value.text().equals("true")) {
                page = words.in(line.slice(matcher.start("key"), matcher.end("key")))
                        .orElse(null);
            }
        }
    }

    /** Takes note of a block; after this the labels are those of the block. */
    void enter(MarkdownBlock block) {
        while (!leadIns.isEmpty() && block.depth().lists() <= leadIns.peek().listDepth()) {
            leadIns.pop();
        }
        if (block instanceof Heading heading) {
            while (!headings.isEmpty() && headings.peek().level() >= heading.level()) {
                headings.pop();
            }
            headings.push(new LabelledHeading(
                    heading.level(),
                    heading.text().text(),
                    words.in(heading.text().prose())));
            headingCount++;
            bannersAllowed = headingCount == 1 && heading.level() == 1;
            lastParagraph = null;
            leadIns.clear();
        } else if (block instanceof Paragraph paragraph) {
            if (bannersAllowed && page == null && paragraph.depth().lists() == 0) {
                page = words.banner(paragraph.text().prose()).orElse(null);
            }
        } else if (!(block instanceof MarkdownBlock.Html)) {
            bannersAllowed = false;
        }
    }

    /** Leaves a block: from now on it is what stands before. */
    void leave(MarkdownBlock block) {
        if (block instanceof Paragraph paragraph) {
            lastParagraph = paragraph;
            if (leadsIn(paragraph)) {
                leadIns.push(new LeadIn(
                        paragraph.depth().lists(), words.in(paragraph.text().prose())));
            }
        }
    }

    /** The label of prose in this place, before what it says itself. */
    Optional<Label> inherited() {
        if (page != null) {
            return Optional.of(page);
        }
        for (LabelledHeading heading : headings) {
            if (heading.label().isPresent()) {
                return heading.label();
            }
        }
        for (LeadIn leadIn : leadIns) {
            if (leadIn.label().isPresent()) {
                return leadIn.label();
            }
        }
        return Optional.empty();
    }

    /** The label of code in this place: also that of the last paragraph of the section. */
    Optional<Label> ofCode() {
        Optional<Label> inherited = inherited();
        return inherited.isPresent() || lastParagraph == null
                ? inherited
                : words.in(lastParagraph.text().prose());
    }

    /** The label of a table in this place: also that of the sentence with a colon that leads into it. */
    Optional<Label> ofTable() {
        Optional<Label> inherited = inherited();
        if (inherited.isPresent() || lastParagraph == null || !leadsIn(lastParagraph)) {
            return inherited;
        }
        return words.in(lastParagraph.text().prose());
    }

    /** The innermost heading. */
    Optional<Fragment> heading() {
        return Optional.ofNullable(headings.peek()).map(LabelledHeading::text);
    }

    /** The last paragraph of the section. */
    Optional<Fragment> lead() {
        return Optional.ofNullable(lastParagraph)
                .map(paragraph -> paragraph.text().text());
    }

    private static boolean leadsIn(Paragraph paragraph) {
        return paragraph.text().text().text().stripTrailing().endsWith(":");
    }
}
