package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.model.Project;
import dev.tinyland.gf.lint.passage.PassageExtractor;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;

/** Reads files of a kind that has passages and nothing more. */
final class PlainReader implements FileReader {
    private final PassageExtractor passages;

    PlainReader(PassageExtractor passages) {
        this.passages = passages;
    }

    @Override
    public FileReading read(SourceFile file, Project project) {
        return new FileReading.Understood(
                FileReading.Texts.of(passages.passages(file)), List.of(), new FileReading.Model.None());
    }
}
