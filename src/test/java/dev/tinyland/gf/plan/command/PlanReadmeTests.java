package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.report.Verdict;
import dev.tinyland.gf.report.VerdictTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The verdict tables of the READMEs are the enums; {@code -Dformat.write=true} writes them anew. */
class PlanReadmeTests {
    private static final Map<String, Verdict[]> VERDICTS =
            Map.of("tofu-plan", TofuPlanVerdict.values(), "tofu-apply", TofuApplyVerdict.values());

    @Test
    void verdictTablesAreTheEnums() throws IOException {
        for (Map.Entry<String, Verdict[]> tool : VERDICTS.entrySet()) {
            Path file = Path.of("actions", tool.getKey(), "README.md");
            String text = Files.readString(file);
            int start = text.indexOf(VerdictTable.START) + VerdictTable.START.length() + 1;
            int end = text.indexOf(VerdictTable.END);
            String table = VerdictTable.markdown(tool.getValue());
            if (Boolean.getBoolean("format.write")) {
                Files.writeString(file, text.substring(0, start) + table + text.substring(end));
            } else {
                assertEquals(table, text.substring(start, end), tool.getKey());
            }
        }
    }
}
