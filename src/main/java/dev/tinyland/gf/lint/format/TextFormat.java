package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.Confidence;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Related;
import dev.tinyland.gf.text.Position;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings for people: the fact with the text it is about, why it matters, what to do; then the sum of the run. */
public final class TextFormat {
    private final Style style;

    public TextFormat(Style style) {
        this.style = style;
    }

    public String render(LintReport report) {
        StringBuilder out = new StringBuilder();
        for (LintReport.Placed placed : report.shown()) {
            finding(placed, out);
            out.append('\n');
        }
        for (RootReport root : report.roots()) {
            root.result()
                    .notes()
                    .forEach(note ->
                            out.append("note: ").append(Columns.clean(note)).append('\n'));
        }
        new TextSummary(style).append(report, out);
        return out.toString();
    }

    private void finding(LintReport.Placed placed, StringBuilder out) {
        Finding finding = placed.finding();
        out.append(style.severity(finding.severity(), finding.severity().word() + "[" + finding.rule() + "]"))
                .append(": ")
                .append(style.bold(Columns.clean(finding.message())))
                .append('\n');
        Map<SourceFile, List<Snippet.Mark>> files = new LinkedHashMap<>();
        files.put(finding.file(), new ArrayList<>(List.of(new Snippet.Mark(finding.span(), true, ""))));
        for (Related related : finding.related()) {
            files.computeIfAbsent(related.file(), file -> new ArrayList<>())
                    .add(new Snippet.Mark(related.span(), false, related.message()));
        }
        int gutter = 1;
        for (Map.Entry<SourceFile, List<Snippet.Mark>> file : files.entrySet()) {
            gutter = Math.max(gutter, Snippet.gutter(file.getKey(), file.getValue()));
        }
        String margin = " ".repeat(gutter);
        for (Map.Entry<SourceFile, List<Snippet.Mark>> each : files.entrySet()) {
            SourceFile file = each.getKey();
            boolean own = file == finding.file();
            Position at = file.position(each.getValue().getFirst().span().start());
            out.append(margin)
                    .append(style.gutter(own ? "-->" : ":::"))
                    .append(' ')
                    .append(Columns.clean(placed.root().prefix() + file.path()))
                    .append(':')
                    .append(at.line())
                    .append(':')
                    .append(at.column())
                    .append('\n');
            if (!file.text().isEmpty()) {
                out.append(style.gutter(margin + " |")).append('\n');
                new Snippet(file, finding.severity(), style, gutter).draw(each.getValue(), out);
            }
        }
        out.append(style.gutter(margin + " |")).append('\n');
        line(margin, "why", finding.why(), out);
        finding.witness()
                .ifPresent(witness -> line(margin, "reached on", witness.event() + " with ref " + witness.ref(), out));
        if (finding.confidence() != Confidence.HIGH) {
            line(margin, "confidence", finding.confidence().word(), out);
        }
        line(margin, "next", finding.suggestion(), out);
    }

    private void line(String margin, String name, String text, StringBuilder out) {
        out.append(style.gutter(margin + " ="))
                .append(' ')
                .append(style.bold(name + ":"))
                .append(' ')
                .append(Columns.clean(text))
                .append('\n');
    }
}
