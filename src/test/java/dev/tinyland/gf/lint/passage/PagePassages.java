package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.text.Position;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;

/** Reads pages for tests and shows their passages in one line each. */
final class PagePassages {
    static final LegacyWords WORDS = new LegacyWords(List.of(
            "legacy",
            "compatibility",
            "historical",
            "standby",
            "deprecated",
            "retired",
            "out of contract",
            "out-of-contract",
            "archived",
            "removed",
            "no longer"));

    private PagePassages() {}

    static DocumentReading read(String text) {
        return new DocumentPassages(WORDS).read(new SourceFile("docs/page.md", text));
    }

    /** {@code LINE:COLUMN ROLE language path label| text}, the label's word in brackets. */
    static List<String> shown(String text) {
        return read(text).passages().stream().map(PagePassages::show).toList();
    }

    /** The texts of the passages that count. */
    static List<String> counted(String text) {
        return read(text).passages().stream()
                .filter(passage -> passage.label().isEmpty())
                .map(passage -> passage.text().text().strip())
                .toList();
    }

    private static String show(Passage passage) {
        Position position =
                passage.text().source().position(passage.text().span().start());
        return position.line() + ":" + position.column() + " " + passage.role()
                + (passage.language().isEmpty() ? "" : " " + passage.language())
                + (passage.path().isEmpty() ? "" : " " + String.join("/", passage.path()))
                + passage.label().map(label -> " [" + label.word() + "]").orElse("") + " | "
                + passage.text().text().strip().replace("\n", "⏎");
    }
}
