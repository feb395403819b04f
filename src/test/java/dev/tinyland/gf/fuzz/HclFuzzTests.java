package dev.tinyland.gf.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tinyland.gf.lint.Surface;
import java.nio.charset.StandardCharsets;

/** Any text as HCL. */
class HclFuzzTests {
    private static final FuzzedLinter LINTER = new FuzzedLinter(Surface.HCL, "tofu/stacks/attic/main.tf");

    @FuzzTest
    void anyStackIsJudged(byte[] data) {
        LINTER.judge(new String(data, StandardCharsets.UTF_8));
    }
}
