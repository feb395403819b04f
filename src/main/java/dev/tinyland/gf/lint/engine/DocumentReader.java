package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.model.Project;
import dev.tinyland.gf.lint.passage.DocumentPassages;
import dev.tinyland.gf.lint.passage.DocumentReading;
import dev.tinyland.gf.lint.passage.LegacyWords;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads pages. */
final class DocumentReader implements FileReader {
    private final List<String> labelWords;

    /** Made for the first page: its patterns are dear, and many roots have no page. Made twice it is the same. */
    private volatile @Nullable DocumentPassages passages;

    /** @param labelWords the words that label text as a record of the past */
    DocumentReader(List<String> labelWords) {
        this.labelWords = List.copyOf(labelWords);
    }

    @Override
    public FileReading read(SourceFile file, Project project) {
        DocumentReading reading = passages().read(file);
        List<FileReading.Problem> problems = reading.page()
                .problem()
                .map(problem -> List.of(
                        new FileReading.Problem(problem.span(), "This page is not read: " + problem.message() + ".")))
                .orElse(List.of());
        return new FileReading.Understood(
                FileReading.Texts.of(reading.passages()), problems, new FileReading.Model.OfDocument(reading));
    }

    private DocumentPassages passages() {
        DocumentPassages made = passages;
        if (made == null) {
            made = new DocumentPassages(new LegacyWords(labelWords));
            passages = made;
        }
        return made;
    }
}
