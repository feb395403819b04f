package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.text.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checkstyle's XML, which reviewdog, Jenkins and GitLab converters read: findings that count, by file. */
public final class CheckstyleFormat {
    private CheckstyleFormat() {}

    public static String render(LintReport report) {
        Map<String, List<Finding>> byFile = new LinkedHashMap<>();
        for (LintReport.Placed placed : report.shown()) {
            String path = placed.root().prefix() + placed.finding().file().path();
            byFile.computeIfAbsent(path, each -> new ArrayList<>()).add(placed.finding());
        }
        StringBuilder out =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
        byFile.forEach((path, findings) -> {
            out.append("  <file name=\"").append(attribute(path)).append("\">\n");
            findings.forEach(finding -> error(finding, out));
            out.append("  </file>\n");
        });
        return out.append("</checkstyle>\n").toString();
    }

    private static void error(Finding finding, StringBuilder out) {
        Position at = finding.file().position(finding.span().start());
        out.append("    <error line=\"").append(at.line());
        out.append("\" column=\"").append(at.column());
        out.append("\" severity=\"").append(severity(finding.severity()));
        out.append("\" message=\"").append(attribute(finding.message() + " " + finding.suggestion()));
        out.append("\" source=\"gf-lint.").append(attribute(finding.rule())).append("\"/>\n");
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "info";
        };
    }

    /** Control characters have no form in XML 1.0 at all; they are made visible first, and lone surrogates with them. */
    private static String attribute(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        Columns.clean(text).codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case 0xfffe, 0xffff -> escaped.append('\ufffd');
                default -> escaped.appendCodePoint(codePoint);
            }
        });
        return escaped.toString();
    }
}
