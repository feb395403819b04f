package dev.tinyland.gf.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tinyland.gf.lint.Surface;
import java.nio.charset.StandardCharsets;

/** Any text as a shell script. */
class ShellFuzzTests {
    private static final FuzzedLinter LINTER = new FuzzedLinter(Surface.SHELL, "scripts/fuzz.sh");

    @FuzzTest
    void anyScriptIsJudged(byte[] data) {
        LINTER.judge(new String(data, StandardCharsets.UTF_8));
    }
}
