package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Passages of files of single lines: {@code .env} files and {@code .bazelrc}. */
public final class LinePassages implements PassageExtractor {
    private final Surface surface;

    private LinePassages(Surface surface) {
        this.surface = surface;
    }

    /** {@code NAME=value} lines, {@code export} before them allowed; the value stands under its name. */
    public static LinePassages environment() {
        return new LinePassages(Surface.ENVIRONMENT);
    }

    /** Lines of a command and its options; {@code build:ci --name=value} stands under {@code build:ci} and {@code --name}. */
    public static LinePassages bazelrc() {
        return new LinePassages(Surface.BAZELRC);
    }

    @Override
    public List<Passage> passages(SourceFile file) {
        Fragment text = Fragment.whole(file);
        String whole = file.text();
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        while (start < whole.length()) {
            int newline = whole.indexOf('\n', start);
            int end = newline < 0 ? whole.length() : newline;
            int from = skipBlanks(whole, start, end);
            int to = end;
            while (to > from && Character.isWhitespace(whole.charAt(to - 1))) {
                to--;
            }
            if (from < to && whole.charAt(from) == '#') {
                passages.add(Comments.passage(text.slice(from, to), surface));
            } else if (from < to && surface == Surface.ENVIRONMENT) {
                variable(text, from, to, passages);
            } else if (from < to) {
                options(text, from, to, passages);
            }
            start = end + 1;
        }
        return passages;
    }

    private void variable(Fragment text, int from, int to, List<Passage> passages) {
        int equals = text.text().indexOf('=', from);
        if (equals < 0 || equals >= to) {
            return;
        }
        String name = text.text().substring(from, equals).strip();
        name = name.startsWith("export ") ? name.substring("export ".length()).strip() : name;
        add(text, skipBlanks(text.text(), equals + 1, to), to, List.of(name), passages);
    }

    private void options(Fragment text, int from, int to, List<Passage> passages) {
        String whole = text.text();
        String command = "";
        int i = from;
        while (i < to) {
            i = skipBlanks(whole, i, to);
            int end = i;
            char quote = '\0';
            while (end < to && (quote != '\0' || !Character.isWhitespace(whole.charAt(end)))) {
                char c = whole.charAt(end);
                if (quote != '\0') {
                    quote = c == quote ? '\0' : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                }
                end++;
            }
            String word = whole.substring(i, end);
            if (word.startsWith("#")) {
                passages.add(Comments.passage(text.slice(i, to), surface));
                return;
            }
            int equals = word.indexOf('=');
            if (word.startsWith("-") && equals > 0) {
                add(text, i + equals + 1, end, List.of(command, word.substring(0, equals)), passages);
            } else if (command.isEmpty()) {
                command = word;
            } else {
                add(text, i, end, List.of(command), passages);
            }
            i = end;
        }
    }

    /** A value, without the quotes around the whole of it. */
    private void add(Fragment text, int from, int to, List<String> path, List<Passage> passages) {
        int start = from;
        int end = to;
        char first = start < end ? text.text().charAt(start) : '\0';
        if ((first == '"' || first == '\'') && end - start >= 2 && text.text().charAt(end - 1) == first) {
            start++;
            end--;
        }
        if (start < end) {
            passages.add(new Passage(text.slice(start, end), surface, Role.VALUE, "", path, Optional.empty()));
        }
    }

    private static int skipBlanks(String text, int from, int to) {
        int i = from;
        while (i < to && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
