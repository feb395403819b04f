package dev.tinyland.gf.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.plan.judgement.DangerClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that explains a plan's report says what the program does. */
class PlanReportPageTests {
    private final List<String> page = lines();

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("docs/plan-report.md"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Test
    void everyClassOfDangerIsExplainedInTheOrderOfTheProgram() {
        List<String> rows = page.stream().filter(line -> line.startsWith("| `")).toList();
        assertEquals(
                Arrays.stream(DangerClass.values()).map(DangerClass::word).toList(),
                rows.stream().map(row -> row.split("`")[1]).toList());
        for (DangerClass danger : DangerClass.values()) {
            assertTrue(
                    rows.stream().anyMatch(row -> row.startsWith("| `" + danger.word() + "` | " + danger.title())),
                    danger.word());
        }
    }

    @Test
    void theExampleIsOneThatTheProgramWrote() throws IOException {
        String report = Files.readString(Path.of("src/test/resources/plan-reports/restore-cache-attachment.txt"));
        int fence = page.indexOf("```");
        assertEquals(report.lines().findFirst().orElseThrow(), page.get(fence + 1));
        assertTrue(
                report.lines().skip(1).findFirst().orElseThrow().startsWith(page.get(fence + 2)), page.get(fence + 2));
    }
}
