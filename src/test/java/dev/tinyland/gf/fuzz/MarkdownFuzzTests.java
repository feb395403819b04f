package dev.tinyland.gf.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tinyland.gf.lint.Surface;
import java.nio.charset.StandardCharsets;

/** Any text as a page, with the languages in its fences. */
class MarkdownFuzzTests {
    private static final FuzzedLinter LINTER = new FuzzedLinter(Surface.DOCUMENT, "docs/fuzz.md");

    @FuzzTest
    void anyPageIsJudged(byte[] data) {
        LINTER.judge(new String(data, StandardCharsets.UTF_8));
    }
}
