package dev.tinyland.gf.lint.fix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.lint.Fix;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixedFileTests {
    private static FixedFile fixed(String text, Fix... fixes) {
        return FixedFile.of(new SourceFile("a.yml", text), List.of(fixes));
    }

    private static Fix replace(String text, String word, String by) {
        int at = text.indexOf(word);
        return Fix.replace(new Span(at, at + word.length()), by);
    }

    @Test
    void changesStandWhereTheyBelongWhateverTheirOrder() {
        String text = "one two three\n";

        FixedFile fixed = fixed(text, replace(text, "three", "3"), replace(text, "one", "1"));

        assertEquals("1 two 3\n", fixed.text());
        assertEquals(2, fixed.fixes());
    }

    @Test
    void ofTwoThatTouchTheSecondWaits() {
        String text = "one two\n";

        FixedFile fixed = fixed(text, replace(text, "one two", "x"), replace(text, "two", "y"));

        assertEquals("x\n", fixed.text());
        assertEquals(1, fixed.fixes());
    }

    @Test
    void theDiffIsOneThatGitTakes() throws Exception {
        String text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\nlast";
        FixedFile fixed =
                fixed(text, replace(text, "2\n", ""), replace(text, "6", "six"), replace(text, "last", "the last"));
        String diff = fixed.diff("a.yml");

        assertEquals("""
            --- a/a.yml
            +++ b/a.yml
            @@ -1,9 +1,8 @@
             1
            -2
             3
             4
             5
            -6
            +six
             7
             8
             9
            @@ -12,4 +11,4 @@
             12
             13
             14
            -last
            \\ No newline at end of file
            +the last
            \\ No newline at end of file
            """, diff);
        Path folder = Files.createTempDirectory("gf-diff-");
        Files.writeString(folder.resolve("a.yml"), text);
        Files.writeString(folder.resolve("x.diff"), diff);
        Process git = new ProcessBuilder("git", "apply", "x.diff")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, git.waitFor(), said);
        assertEquals(fixed.text(), Files.readString(folder.resolve("a.yml")));
    }

    @Test
    void markAndLineEndsStay(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.yml");
        Files.writeString(file, "\uFEFFa: 1\r\nb: 2\r\n");
        String judged = "a: 1\r\nb: 2\r\n";

        assertTrue(Fixes.write(file, fixed(judged, replace(judged, "2", "3"))));

        assertArrayEquals("\uFEFFa: 1\r\nb: 3\r\n".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(file));
    }

    @Test
    void aFileThatChangedInTheMeantimeIsLeftAlone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.yml");
        Files.writeString(file, "another\n");

        assertFalse(Fixes.write(file, fixed("one\n", replace("one\n", "one", "1"))));
        assertEquals("another\n", Files.readString(file));
    }
}
