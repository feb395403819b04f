package dev.tinyland.gf.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A script that JBang starts: directives and a main that hands over.
 *
 * @param file path from the checkout's root
 * @param main the source it hands over to
 * @param artifacts the artifacts it names, or an empty list for all of the project's
 */
record JbangEntry(Path file, Path main, List<String> artifacts) {
    static final JbangEntry GF =
            new JbangEntry(Path.of("actions/gf.java"), Path.of("src/main/java/dev/tinyland/gf/Gf.java"), List.of());
    static final JbangEntry LINTER = new JbangEntry(
            Path.of("linters/gf-lint.java"),
            Path.of("src/main/java/dev/tinyland/gf/GfLint.java"),
            List.of("picocli", "snakeyaml", "jackson-databind", "commonmark", "commonmark-ext-gfm-tables", "jspecify"));

    static final List<JbangEntry> ALL = List.of(GF, LINTER);

    /** The text the script should have: hand-written lines as they are, lists made anew. */
    String expected(ProjectModel model) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("//DEPS") || line.startsWith("//SOURCES") || line.startsWith("//FILES")) {
                continue;
            }
            lines.add(line);
            if (line.startsWith("//MAIN")) {
                lines.addAll(lists(model));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> lists(ProjectModel model) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String dependency : model.dependencies()) {
            if (artifacts.isEmpty() || artifacts.contains(dependency.replaceFirst("^[^:]*:([^:]*):.*$", "$1"))) {
                lines.add("//DEPS " + dependency);
            }
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " has no folder");
        }
        for (Map.Entry<String, Path> resource : model.resources().entrySet()) {
            lines.add("//FILES " + resource.getKey() + "="
                    + folder.relativize(resource.getValue().toAbsolutePath()));
        }
        for (Path source : SourceClosure.of(main)) {
            lines.add("//SOURCES " + folder.relativize(source.toAbsolutePath()));
        }
        return lines;
    }
}
