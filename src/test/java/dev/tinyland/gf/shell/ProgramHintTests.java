package dev.tinyland.gf.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramHintTests {
    private static final Set<String> ATTIC = Set.of("attic");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attic push main result",
                "at\"t\"ic push main result",
                "at'tic' push main result",
                "a\\ttic push main result",
                "at\\\ntic push main result",
                "\"$ATTIC_CMD\" push main result",
                "nix run github:zhaofengli/attic -- push main result",
                "bash -c 'attic push main result'",
                "sudo /usr/bin/attic push main result",
            })
    void everyWayToNameAProgramIsSeenWithoutParsing(String script) {
        assertTrue(ShellParser.parse(Fragment.whole(new SourceFile("a.sh", script))).commands().stream()
                .anyMatch(command -> command.name().is("attic")));
        assertTrue(ProgramHint.mayRun(script, ATTIC));
    }

    @ParameterizedTest
    @CsvSource({"nix build .#a, false", "echo 'at tic', false", "echo attic, true"})
    void aScriptWithoutTheNameRunsNoSuchProgram(String script, boolean may) {
        assertEquals(may, ProgramHint.mayRun(script, ATTIC));
    }
}
