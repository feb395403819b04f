package dev.tinyland.gf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.report.VerdictTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdict tables of the actions' READMEs are the enums; {@code -Dformat.write=true} writes them anew. */
class ToolReadmeTests {

    @ParameterizedTest
    @MethodSource("toolsWithVerdicts")
    void theVerdictTableIsTheToolsOwn(String tool) throws IOException {
        Path file = readme(tool);
        String text = Files.readString(file);
        int start = text.indexOf(VerdictTable.START) + VerdictTable.START.length() + 1;
        int end = text.indexOf(VerdictTable.END);
        String table = command(tool).orElseThrow().verdictTable();
        if (Boolean.getBoolean("format.write")) {
            Files.writeString(file, text.substring(0, start) + table + text.substring(end));
        } else {
            assertEquals(table, text.substring(start, end));
        }
    }

    @Test
    void everyToolWithAnActionIsLookedAt() {
        List<String> others = Tools.NAMES.stream()
                .filter(tool -> Files.exists(readme(tool)))
                .filter(tool -> command(tool).isEmpty())
                .toList();
        assertEquals(List.of(), others, "their READMEs hold a verdict table that nothing compares");
        assertTrue(toolsWithVerdicts().size() > 10);
    }

    static List<String> toolsWithVerdicts() {
        return Tools.NAMES.stream()
                .filter(tool -> Files.exists(readme(tool)) && command(tool).isPresent())
                .toList();
    }

    private static Path readme(String tool) {
        return Path.of("actions", tool, "README.md");
    }

    private static Optional<ToolCommand> command(String tool) {
        Object command = Tools.command(tool, new TestHost(Path.of(".")).host()).getCommand();
        return command instanceof ToolCommand judged ? Optional.of(judged) : Optional.empty();
    }
}
