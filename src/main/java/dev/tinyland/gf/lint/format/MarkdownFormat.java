package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.LintVerdict;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.report.MarkdownText;
import dev.tinyland.gf.text.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The job summary: the verdict, every finding heaviest first, what was passed over. It never outgrows its limit. */
public final class MarkdownFormat {
    /** A step's summary may have 1 MiB; a summary that is larger is dropped whole. */
    private static final int MOST_BYTES = 900 * 1024;

    private static final int TAIL_BYTES = 4 * 1024;

    private final Optional<String> blob;

    /** @param blob address that, followed by a path of the workspace, shows a file; empty where there is none */
    public MarkdownFormat(Optional<String> blob) {
        this.blob = blob;
    }

    public String render(LintReport report) {
        StringBuilder out = new StringBuilder();
        out.append("## gf-lint: ").append(report.verdict().name()).append("\n\n");
        out.append(MarkdownText.plain(TextSummary.counts(report))).append("\n\n");
        if (report.verdict() == LintVerdict.NOTHING_JUDGED) {
            out.append(MarkdownText.plain(TextSummary.NOTHING)).append("\n\n");
        }
        int bytes = out.length() + TAIL_BYTES;
        int left = 0;
        for (Severity severity : Severity.values()) {
            List<LintReport.Placed> findings = report.shown().stream()
                    .filter(placed -> placed.finding().severity() == severity)
                    .toList();
            if (findings.isEmpty()) {
                continue;
            }
            String heading = "### " + TextSummary.heading(severity)
                    + "\n\n| place | rule | finding | next |\n|---|---|---|---|\n";
            bytes += heading.length();
            out.append(heading);
            for (LintReport.Placed placed : findings) {
                String row = row(placed);
                int length = row.getBytes(StandardCharsets.UTF_8).length;
                if (bytes + length > MOST_BYTES) {
                    left++;
                    continue;
                }
                bytes += length;
                out.append(row);
            }
            out.append('\n');
        }
        if (left > 0) {
            out.append(left).append(" more findings do not fit here; the log and report.json have them all.\n\n");
        }
        String passages = TextSummary.passages(report.labelled());
        if (!passages.isEmpty()) {
            out.append("Passed over in these files: ").append(passages).append(".\n\n");
        }
        String files = TextSummary.files(report.skipped());
        if (!files.isEmpty()) {
            out.append("Files not judged: ").append(files).append(".\n\n");
        }
        report.roots().stream()
                .flatMap(root -> root.result().notes().stream())
                .limit(20)
                .forEach(note ->
                        out.append("- ").append(MarkdownText.plain(note)).append('\n'));
        return out.toString();
    }

    private String row(LintReport.Placed placed) {
        Finding finding = placed.finding();
        Position at = finding.file().position(finding.span().start());
        String path = placed.root().workspacePrefix() + finding.file().path();
        String place = MarkdownText.code(Columns.clean(path + ":" + at.line())).replace("|", "\\|");
        String linked = blob.map(base -> "[" + place + "](" + base + encoded(path) + "#L" + at.line() + ")")
                .orElse(place);
        return "| " + linked + " | `" + finding.rule() + "` | " + MarkdownText.cell(Columns.clean(finding.message()))
                + " | " + MarkdownText.cell(Columns.clean(finding.suggestion())) + " |\n";
    }

    /** A path as part of an address; everything but the plainest characters is encoded. */
    private static String encoded(String path) {
        StringBuilder address = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "/-_.~".indexOf(c) >= 0;
            if (plain) {
                address.append(c);
            } else {
                address.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return address.toString();
    }
}
