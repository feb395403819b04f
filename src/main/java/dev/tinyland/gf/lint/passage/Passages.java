package dev.tinyland.gf.lint.passage;

import java.util.Comparator;
import java.util.List;

/** Puts passages in the order of the file and leaves out empty ones. */
final class Passages {
    private Passages() {}

    static List<Passage> ordered(List<Passage> passages) {
        return passages.stream()
                .filter(passage -> passage.text().length() > 0)
                .sorted(Comparator.comparing(passage -> passage.text().span()))
                .toList();
    }
}
