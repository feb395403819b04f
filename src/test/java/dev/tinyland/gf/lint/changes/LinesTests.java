package dev.tinyland.gf.lint.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinesTests {
    private static List<Integer> changed(String diff) {
        Lines lines = Lines.ofDiff(diff);
        return IntStream.range(1, 30)
                .filter(line -> lines.touch(line, line))
                .boxed()
                .toList();
    }

    @Test
    void addedAndChangedLinesCount() {
        assertEquals(List.of(3, 10, 11), changed("""
            diff --git a/a b/a
            --- a/a
            +++ b/a
            @@ -3 +3 @@ jobs:
            -old
            +new
            @@ -9,0 +10,2 @@
            +one
            +two
            """));
    }

    @Test
    void theLinesBesideARemovalCount() {
        assertEquals(List.of(4, 5), changed("@@ -5,2 +4,0 @@\n-if: guard\n-x\n"));
        assertEquals(List.of(1), changed("@@ -1 +0,0 @@\n-first\n"));
    }

    @Test
    void contentThatLooksLikeAHeaderIsContent() {
        assertEquals(List.of(2), changed("@@ -2 +2 @@\n-@@ -1 +9,3 @@\n+@@ -1 +20 @@\n\\ No newline at end of file\n"));
    }

    @Test
    void aSpanThatReachesIntoAChangeIsTouched() {
        assertTrue(Lines.ofDiff("@@ -0,0 +7 @@\n+x\n").touch(3, 7));
        assertTrue(Lines.all().touch(900, 900));
    }

    @Test
    void aHeaderThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Lines.ofDiff("@@ what @@\n"));
    }
}
