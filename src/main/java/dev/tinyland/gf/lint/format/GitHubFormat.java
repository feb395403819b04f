package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.LintVerdict;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.text.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Annotations of a step, heaviest first, at most ten of each level: the runner drops further ones without a word
 * (actions/runner, {@code ExecutionContext.cs}). The findings as text follow, fenced so that no line of a judged file can
 * act as a command.
 */
public final class GitHubFormat {
    private static final int MOST = 10;

    /** The runner cuts a message at 4,096 characters. */
    private static final int LONGEST = 4_000;

    private final Supplier<String> tokens;

    /** @param tokens gives a fresh, unguessable word each time */
    public GitHubFormat(Supplier<String> tokens) {
        this.tokens = tokens;
    }

    public String render(LintReport report) {
        String text = new TextFormat(Style.PLAIN).render(report);
        String token = tokens.get();
        while (text.contains(token)) {
            token = tokens.get();
        }
        return annotations(report) + "::stop-commands::" + token + "\n" + text + "::" + token + "::\n";
    }

    /** The annotations alone, for the log of a run that prints another format. */
    public String annotations(LintReport report) {
        StringBuilder out = new StringBuilder();
        if (report.verdict() == LintVerdict.NOTHING_JUDGED) {
            // Without it the job would fail and show nothing but an exit status.
            out.append("::error title=gf-lint::").append(TextSummary.NOTHING).append('\n');
        }
        List<LintReport.Placed> sorted = new ArrayList<>(report.shown());
        sorted.sort(Comparator.comparing(placed -> placed.finding().severity()));
        Map<Severity, Integer> used = new EnumMap<>(Severity.class);
        // The last notice says what is left out, so notes have one place less.
        int left = 0;
        for (LintReport.Placed placed : sorted) {
            Severity severity = placed.finding().severity();
            int room = severity == Severity.NOTE ? MOST - 1 : MOST;
            if (used.merge(severity, 1, Integer::sum) <= room) {
                annotation(placed, out);
            } else {
                left++;
            }
        }
        if (left > 0) {
            out.append("::notice title=gf-lint::").append(left).append(" more in the log and the job summary\n");
        }
        return out.toString();
    }

    private static void annotation(LintReport.Placed placed, StringBuilder out) {
        Finding finding = placed.finding();
        Position start = finding.file().position(finding.span().start());
        Position end = finding.file().position(finding.span().end());
        out.append("::").append(level(finding.severity())).append(" file=");
        out.append(property(placed.root().workspacePrefix() + finding.file().path()));
        out.append(",line=").append(start.line());
        if (start.line() == end.line()) {
            out.append(",endLine=").append(end.line());
            // The runner drops columns of a place over several lines.
            out.append(",col=").append(start.column());
            out.append(",endColumn=").append(Math.max(start.column(), end.column()));
        } else {
            out.append(",endLine=").append(end.line());
        }
        out.append(",title=").append(property("gf-lint " + finding.rule()));
        String message = Columns.clean(finding.message())
                + "\n"
                + Columns.clean(finding.why())
                + "\n"
                + Columns.clean(finding.suggestion());
        String cut = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
        out.append("::").append(data(cut)).append('\n');
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    /** Percent first: the runner decodes in the opposite order. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
