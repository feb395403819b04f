package dev.tinyland.gf.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tinyland.gf.lint.Surface;
import java.nio.charset.StandardCharsets;

/** Any text as the condition of a step that publishes. */
class ExpressionFuzzTests {
    private static final FuzzedLinter LINTER = new FuzzedLinter(Surface.WORKFLOW, ".github/workflows/fuzz.yml");

    @FuzzTest
    void anyConditionIsJudged(byte[] data) {
        LINTER.judge(workflow(new String(data, StandardCharsets.UTF_8)));
    }

    /** JSON's escapes are YAML's, so that the condition reaches the parser as it is. */
    private static String workflow(String condition) {
        return """
            on: [push, pull_request]
            jobs:
              publish:
                runs-on: tinyland-nix
                steps:
                  - if: %s
                    run: attic push main ./result
            """.formatted(TextNode.valueOf(condition).toString());
    }
}
