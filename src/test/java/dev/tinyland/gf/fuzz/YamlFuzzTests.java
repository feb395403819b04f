package dev.tinyland.gf.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tinyland.gf.lint.Surface;
import java.nio.charset.StandardCharsets;

/** Any text as a workflow: YAML, the model of workflows, expressions and scripts inside. */
class YamlFuzzTests {
    private static final FuzzedLinter LINTER = new FuzzedLinter(Surface.WORKFLOW, ".github/workflows/fuzz.yml");

    @FuzzTest
    void anyWorkflowIsJudged(byte[] data) {
        LINTER.judge(new String(data, StandardCharsets.UTF_8));
    }
}
