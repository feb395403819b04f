package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.text.Position;

/** One line for each finding, {@code path:line:col: severity: message [rule]}, never coloured: problem matchers read it. */
public final class LineFormat {
    private LineFormat() {}

    public static String render(LintReport report) {
        StringBuilder out = new StringBuilder();
        for (LintReport.Placed placed : report.shown()) {
            Finding finding = placed.finding();
            Position at = finding.file().position(finding.span().start());
            out.append(Columns.clean(placed.root().prefix() + finding.file().path()))
                    .append(':')
                    .append(at.line())
                    .append(':')
                    .append(at.column())
                    .append(": ")
                    .append(finding.severity().word())
                    .append(": ")
                    .append(Columns.clean(finding.message()))
                    .append(" [")
                    .append(finding.rule())
                    .append("]\n");
        }
        return out.toString();
    }
}
