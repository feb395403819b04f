package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.markdown.MarkdownBlock;
import dev.tinyland.gf.markdown.MarkdownDocument;
import dev.tinyland.gf.markdown.MarkdownParser;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of {@code docs/rules} as a test: what stands under "Bad" must give the output that follows it, what stands under
 * "Good" must give none.
 *
 * @param title the heading of the page
 * @param bad examples in the order of the page
 * @param good the files under "Good", by path
 */
record RulePage(SourceFile file, String title, List<Example> bad, Map<String, String> good) {
    private static final Pattern PATH = Pattern.compile("\\bpath=(?<path>\\S+)");
    private static final String OUTPUT = "text output";

    /**
     * One example.
     *
     * @param files by path
     * @param output what the page says the linter prints
     */
    record Example(Map<String, String> files, Fragment output) {}

    static RulePage read(SourceFile file) {
        MarkdownDocument page = MarkdownParser.parse(Fragment.whole(file));
        String title = "";
        String section = "";
        List<Example> bad = new ArrayList<>();
        Map<String, String> pending = new LinkedHashMap<>();
        Map<String, String> good = new LinkedHashMap<>();
        for (MarkdownBlock block : page.blocks()) {
            if (block instanceof MarkdownBlock.Heading heading) {
                section = heading.text().text().text();
                title = heading.level() == 1 ? section : title;
            } else if (block instanceof MarkdownBlock.Fence fence) {
                Matcher path = PATH.matcher(fence.info());
                if (fence.info().equals(OUTPUT)) {
                    bad.add(new Example(new LinkedHashMap<>(pending), fence.content()));
                    pending.clear();
                } else if (path.find()) {
                    (section.equals("Good") ? good : pending)
                            .put(path.group("path"), fence.content().text());
                }
            }
        }
        return new RulePage(file, title, bad, good);
    }

    /** The page with these outputs in place of those it has. */
    String with(List<String> outputs) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int i = 0; i < bad.size(); i++) {
            Fragment old = bad.get(i).output();
            int at = old.length() == 0
                    ? file.text().indexOf('\n', old.toSource(0)) + 1
                    : old.span().start();
            text.append(file.text(), from, at).append(outputs.get(i));
            from = old.length() == 0 ? at : old.span().end();
        }
        return text.append(file.text().substring(from)).toString();
    }
}
