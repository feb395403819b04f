package dev.tinyland.gf.report;

import java.util.ArrayList;
import java.util.List;

/** The verdict table of a tool as its README shows it, in order of precedence, the common verdicts last. */
public final class VerdictTable {
    /** The README holds the table between these two lines. */
    public static final String START = "<!-- verdicts -->";

    public static final String END = "<!-- /verdicts -->";

    private VerdictTable() {}

    public static String markdown(Verdict[] table) {
        List<Verdict> verdicts = new ArrayList<>(List.of(table));
        if (Verdicts.usage(table).equals(CommonVerdict.INVALID)) {
            verdicts.add(CommonVerdict.INVALID);
        }
        verdicts.add(CommonVerdict.INTERNAL_ERROR);
        verdicts.add(CommonVerdict.INCOMPLETE);
        StringBuilder text = new StringBuilder("| verdict | exit | when |\n|---|---|---|\n");
        for (Verdict verdict : verdicts) {
            text.append("| `")
                    .append(verdict.name())
                    .append("` | ")
                    .append(verdict.exitCode().code())
                    .append(" | ")
                    .append(verdict.when())
                    .append(" |\n");
        }
        return text.toString();
    }
}
