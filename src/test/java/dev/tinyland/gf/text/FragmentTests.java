package dev.tinyland.gf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FragmentTests {

    @Test
    void aRangeEndsRightAfterItsLastCharacter() {
        SourceFile file = new SourceFile("x.md", "**ab** c");
        Fragment decoded = Fragment.decoded(file, "ab c", new int[] {2, 3, 6, 7, 8});

        assertEquals(new Span(2, 4), decoded.toSource(0, 2));
        assertEquals(new Span(2, 8), decoded.toSource(0, 4));
    }

    @Test
    void aRangeThatEndsWithAnEscapeHoldsAllOfIt() {
        SourceFile file = new SourceFile("x.yml", "a\\\\b&amp;c");
        Fragment decoded = Fragment.decoded(file, "a\\b&c", new int[] {0, 1, 3, 4, 9, 10});

        assertEquals(new Span(0, 3), decoded.toSource(0, 2));
    }

    @Test
    void aRangeThatEndsWithALineBreakStopsBeforeTheNextIndentation() {
        SourceFile file = new SourceFile("x.yml", "  a\n  b\n");
        Fragment decoded = Fragment.decoded(file, "a\nb\n", new int[] {2, 3, 6, 7, 8});

        assertEquals(new Span(2, 4), decoded.toSource(0, 2));
        assertEquals(new Span(6, 7), decoded.slice(2, 3).span());
    }

    @Test
    void aLineBreakThatAParserAddsBehindTheEndOfTheFileIsNotPartOfIt() {
        SourceFile file = new SourceFile("x.md", "ab");
        Fragment decoded = Fragment.decoded(file, "ab\n", new int[] {0, 1, 2, 2});

        assertEquals(new Span(0, 2), decoded.span());
    }
}
