package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.LineIndex;
import dev.tinyland.gf.text.Span;
import java.util.Optional;

/** Takes front matter off a page: CommonMark would read it as a heading underlined with {@code ---}. */
final class FrontMatterReader {

    private FrontMatterReader() {}

    /** @param bodyStart the offset in the page after the closing marker line */
    record Found(FrontMatter frontMatter, int bodyStart) {}

    static Optional<Found> read(Fragment page) {
        String text = page.text();
        FrontMatter.Format format;
        if (text.startsWith("---")) {
            format = FrontMatter.Format.YAML;
        } else if (text.startsWith("+++")) {
            format = FrontMatter.Format.TOML;
        } else {
            return Optional.empty();
        }
        LineIndex lines = new LineIndex(text);
        String marker = text.substring(0, 3);
        if (!line(text, lines, 1).equals(marker)) {
            return Optional.empty();
        }
        for (int number = 2; number <= lines.lineCount(); number++) {
            String line = line(text, lines, number);
            boolean closes = line.equals(marker) || (format == FrontMatter.Format.YAML && line.equals("..."));
            if (closes) {
                int contentStart = lines.lineStart(2);
                int contentEnd = lines.lineStart(number);
                Fragment content = page.slice(contentStart, contentEnd);
                Span span = page.toSource(0, lines.lineSpan(number).end());
                int bodyStart = number < lines.lineCount() ? lines.lineStart(number + 1) : text.length();
                return Optional.of(new Found(new FrontMatter(format, content, span), bodyStart));
            }
        }
        return Optional.empty();
    }

    private static String line(String text, LineIndex lines, int number) {
        Span span = lines.lineSpan(number);
        return text.substring(span.start(), span.end()).stripTrailing();
    }
}
