package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.model.Project;
import dev.tinyland.gf.lint.passage.DocumentPassages;
import dev.tinyland.gf.lint.passage.DocumentReading;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;

/** Reads pages. */
final class DocumentReader implements FileReader {
    private final DocumentPassages passages;

    DocumentReader(DocumentPassages passages) {
        this.passages = passages;
    }

    @Override
    public FileReading read(SourceFile file, Project project) {
        DocumentReading reading = passages.read(file);
        List<FileReading.Problem> problems = reading.page()
                .problem()
                .map(problem -> List.of(
                        new FileReading.Problem(problem.span(), "This page is not read: " + problem.message() + ".")))
                .orElse(List.of());
        return new FileReading.Understood(
                FileReading.Texts.of(reading.passages()), problems, new FileReading.Model.OfDocument(reading));
    }
}
