package dev.tinyland.gf.lint.suppression;

import dev.tinyland.gf.text.LineIndex;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds suppression comments in any file, whatever its language: {@code gf-lint:} right after {@code #}, {@code //} or
 * {@code <!--}. It looks at raw lines, so that a comment inside a script inside a workflow counts too.
 */
public final class SuppressionScanner {
    private static final String MARK = "gf-lint:";
    private static final String FORM =
            "Write `gf-lint: ignore[rule-id] reason`, or with `until=YYYY-MM-DD` before the reason.";

    private static final Pattern PAGE = Pattern.compile("\\.(?:md|markdown|mdx)$", Pattern.CASE_INSENSITIVE);

    private SuppressionScanner() {}

    /** False only where a file has no such comment. */
    public static boolean mayHold(SourceFile file) {
        return file.text().contains(MARK);
    }

    public static List<Suppression> scan(SourceFile file) {
        String text = file.text();
        int at = text.indexOf(MARK);
        if (at < 0) {
            return List.of();
        }
        List<Comment> comments = new ArrayList<>();
        while (at >= 0) {
            comment(file, at).ifPresent(comments::add);
            at = text.indexOf(MARK, at + MARK.length());
        }
        Set<Integer> alone = new java.util.HashSet<>();
        comments.stream().filter(Comment::alone).forEach(comment -> alone.add(comment.line()));
        List<Suppression> found = new ArrayList<>();
        for (Comment comment : comments) {
            int line = comment.line();
            while (alone.contains(line)) {
                line++;
            }
            found.add(parse(comment, line));
        }
        return List.copyOf(found);
    }

    /**
     * @param whole with its opener and closer
     * @param body what stands after {@code gf-lint:}
     * @param alone whether nothing else stands on its line
     */
    private record Comment(Span span, Span whole, String body, int line, boolean alone) {}

    private static Optional<Comment> comment(SourceFile file, int at) {
        LineIndex lines = file.lines();
        int line = lines.lineOf(at);
        Span whole = lines.lineSpan(line);
        String text = file.text();
        int before = at;
        while (before > whole.start() && isBlank(text.charAt(before - 1))) {
            before--;
        }
        int opener;
        boolean html = false;
        if (endsWith(text, whole.start(), before, "<!--")) {
            opener = before - 4;
            html = true;
        } else if (endsWith(text, whole.start(), before, "//")) {
            opener = before - 2;
        } else if (endsWith(text, whole.start(), before, "#")) {
            opener = before - 1;
        } else {
            return Optional.empty();
        }
        boolean ownLine = blank(text, afterQuote(file, whole), opener);
        if (!ownLine && !isBlank(text.charAt(opener - 1))) {
            // Part of a word, as in a URL's fragment.
            return Optional.empty();
        }
        int end = whole.end();
        int closed = end;
        if (html) {
            int close = text.indexOf("-->", at);
            if (close >= 0 && close < end) {
                ownLine &= blank(text, close + 3, end);
                end = close;
                closed = close + 3;
            }
        }
        while (end > at && isBlank(text.charAt(end - 1))) {
            end--;
        }
        String body = text.substring(at + MARK.length(), end).strip();
        return Optional.of(
                new Comment(new Span(at, end), whole(text, opener, closed, whole, ownLine), body, line, ownLine));
    }

    /** What goes when the comment goes: its line, or the comment with the blanks before it. */
    private static Span whole(String text, int opener, int closed, Span line, boolean alone) {
        if (!alone) {
            int start = opener;
            while (start > line.start() && isBlank(text.charAt(start - 1))) {
                start--;
            }
            return new Span(start, closed);
        }
        int end = line.end();
        if (text.startsWith("\r\n", end)) {
            end += 2;
        } else if (end < text.length()) {
            end++;
        }
        return new Span(line.start(), end);
    }

    /** Where the text of a line begins: on a page the marks of a quotation stand before it. */
    private static int afterQuote(SourceFile file, Span line) {
        int at = line.start();
        if (!PAGE.matcher(file.path()).find()) {
            return at;
        }
        while (at < line.end()
                && (isBlank(file.text().charAt(at)) || file.text().charAt(at) == '>')) {
            at++;
        }
        return at;
    }

    private static boolean endsWith(String text, int from, int end, String word) {
        int start = end - word.length();
        return start >= from && text.startsWith(word, start);
    }

    private static boolean blank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static Suppression parse(Comment comment, int line) {
        String body = comment.body();
        int close = body.indexOf(']');
        if (!body.startsWith("ignore[") || close < 0) {
            return broken(comment, line, List.of(), "This is not a suppression gf-lint understands. " + FORM);
        }
        List<String> rules = new ArrayList<>();
        for (String id : body.substring("ignore[".length(), close).split(",")) {
            if (!id.isBlank()) {
                rules.add(id.strip());
            }
        }
        if (rules.isEmpty()) {
            return broken(comment, line, rules, "The suppression names no rule. " + FORM);
        }
        String rest = body.substring(close + 1).strip();
        Optional<LocalDate> until = Optional.empty();
        if (rest.startsWith("until=")) {
            int end = 0;
            while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
                end++;
            }
            String date = rest.substring("until=".length(), end);
            try {
                until = Optional.of(LocalDate.parse(date));
            } catch (DateTimeParseException notADate) {
                return broken(
                        comment, line, rules, "The date after `until=` is not a day of the form YYYY-MM-DD. " + FORM);
            }
            rest = rest.substring(end).strip();
        }
        if (rest.isEmpty()) {
            return broken(comment, line, rules, "The suppression gives no reason, so it does not count. " + FORM);
        }
        return new Suppression(comment.span(), comment.whole(), line, rules, until, rest, Optional.empty());
    }

    private static Suppression broken(Comment comment, int line, List<String> rules, String problem) {
        return new Suppression(
                comment.span(), comment.whole(), line, rules, Optional.empty(), "", Optional.of(problem));
    }
}
