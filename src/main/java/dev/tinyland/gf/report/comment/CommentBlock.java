package dev.tinyland.gf.report.comment;

import dev.tinyland.gf.report.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of Markdown that is kept whole or left out whole. It opens nothing that it does not close: the factories here
 * make blocks of bounded length, each with its own fence, table head or {@code details}.
 *
 * @param markdown text that renders the same wherever it stands; values in it went through {@link CommentValue}
 */
public record CommentBlock(Priority priority, String markdown) {
    /** Most characters of a block: one part of a comment holds it with its frame. */
    public static final int LARGEST = 58_000;

    /** Most characters of the blocks made here, so that little is lost where one has to be left out. */
    private static final int PIECE = 16_000;

    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_HEAD = 60;

    public CommentBlock {
        markdown = markdown.strip();
        if (markdown.length() > LARGEST) {
            throw new IllegalArgumentException("a block of " + markdown.length() + " characters; make several");
        }
    }

    /** Markdown that a tool made, whose values are neutralised; empty where it is longer than a part of a comment. */
    public static Optional<CommentBlock> whole(Priority priority, String markdown) {
        return markdown.isBlank() || markdown.strip().length() > LARGEST
                ? Optional.empty()
                : Optional.of(new CommentBlock(priority, markdown));
    }

    /** One paragraph of a text that may hold anything. */
    public static CommentBlock paragraph(Priority priority, String text) {
        return new CommentBlock(priority, CommentValue.cell(text));
    }

    /** A list, one item for each text; as many blocks as it takes. */
    public static List<CommentBlock> list(Priority priority, String title, List<String> items) {
        List<String> lines =
                items.stream().map(item -> "- " + CommentValue.cell(item)).toList();
        return grouped(priority, title.isEmpty() ? "" : CommentValue.cell(title) + "\n\n", lines, "");
    }

    /**
     * A table; as many blocks as it takes, each with the head.
     *
     * @param head names of the columns
     * @param rows cells as they were seen; they are neutralised here
     */
    public static List<CommentBlock> table(Priority priority, List<String> head, List<List<String>> rows) {
        return grouped(priority, tableHead(head), tableLines(rows), "");
    }

    /** A table behind a line that opens it, for what few will want to see. */
    public static List<CommentBlock> foldedTable(
            Priority priority, String summary, List<String> head, List<List<String>> rows) {
        return grouped(
                priority,
                "<details><summary>" + CommentValue.cell(summary, LONGEST_HEAD) + "</summary>\n\n" + tableHead(head),
                tableLines(rows),
                "\n\n</details>");
    }

    /**
     * Text as it is, in a fence that nothing in it can close; as many blocks as it takes.
     *
     * @param language of the fence, such as {@code diff}
     */
    public static List<CommentBlock> fence(Priority priority, String language, String text) {
        String fence = fenceFor(text);
        return grouped(priority, fence + language + "\n", lines(text), "\n" + fence);
    }

    /** The same behind a line that opens it. */
    public static List<CommentBlock> foldedFence(Priority priority, String summary, String language, String text) {
        String fence = fenceFor(text);
        String head = "<details><summary>" + CommentValue.cell(summary, LONGEST_HEAD) + "</summary>\n\n" + fence
                + language + "\n";
        return grouped(priority, head, lines(text), "\n" + fence + "\n\n</details>");
    }

    private static List<String> lines(String text) {
        return CommentValue.visible(text)
                .lines()
                .map(line -> line.length() <= LONGEST_LINE ? line : CommentValue.cut(line, LONGEST_LINE))
                .toList();
    }

    private static String fenceFor(String text) {
        return "`".repeat(Math.clamp(MarkdownText.longestTicks(text), 2, LONGEST_LINE) + 1);
    }

    private static String tableHead(List<String> head) {
        return "| "
                + String.join(
                        " | ",
                        head.stream()
                                .map(name -> CommentValue.cell(name, LONGEST_HEAD))
                                .toList()) + " |\n" + "|---".repeat(head.size()) + "|\n";
    }

    private static List<String> tableLines(List<List<String>> rows) {
        return rows.stream()
                .map(row -> "| "
                        + String.join(
                                " | ", row.stream().map(CommentValue::cell).toList()) + " |")
                .toList();
    }

    private static List<CommentBlock> grouped(Priority priority, String head, List<String> lines, String end) {
        List<CommentBlock> blocks = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (String line : lines) {
            if (!body.isEmpty() && head.length() + body.length() + line.length() + 1 + end.length() > PIECE) {
                blocks.add(new CommentBlock(priority, head + body + end));
                body.setLength(0);
            }
            body.append(body.isEmpty() ? "" : "\n").append(line);
        }
        if (!body.isEmpty()) {
            blocks.add(new CommentBlock(priority, head + body + end));
        }
        return blocks;
    }
}
