package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.hcl.HclFile;
import dev.tinyland.gf.hcl.HclParser;
import dev.tinyland.gf.lint.discovery.SkipReason;
import dev.tinyland.gf.lint.model.Project;
import dev.tinyland.gf.lint.passage.HclPassages;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;

/** Reads HCL. What HashiCorp's own parser would refuse makes the file unreadable; what could be read is judged all the same. */
final class HclReader implements FileReader {
    private final HclPassages passages = new HclPassages();

    @Override
    public FileReading read(SourceFile file, Project project) {
        Fragment whole = Fragment.whole(file);
        HclFile parsed = HclParser.parse(whole);
        boolean template = file.text().contains("{{") || file.text().contains("{%");
        if (!parsed.problems().isEmpty() && template) {
            return new FileReading.PassedOver(SkipReason.TEMPLATE);
        }
        List<FileReading.Problem> problems = parsed.problems().stream()
                .limit(1)
                .map(problem -> new FileReading.Problem(problem.span(), "This is not HCL: " + problem.message() + "."))
                .toList();
        return new FileReading.Understood(
                FileReading.Texts.of(passages.passages(parsed, whole)), problems, new FileReading.Model.None());
    }
}
