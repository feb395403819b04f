package dev.tinyland.gf.state.push;

import dev.tinyland.gf.tofu.state.StateDocument;
import dev.tinyland.gf.tofu.state.StateReader;
import dev.tinyland.gf.tofu.state.StateSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The file an apply left behind when it could not persist its state. */
sealed interface ErroredState {
    String NAME = "errored.tfstate";

    /** One whole state in clear. */
    record Whole(Path path, StateSummary summary, String text) implements ErroredState {}

    /**
     * None that could be pushed.
     *
     * @param why one clause
     */
    record Unfit(String why, String next) implements ErroredState {}

    /** Reads a file, or the one of its name below a folder. */
    static ErroredState read(Path given) throws IOException {
        Path file = given;
        if (Files.isDirectory(given)) {
            List<Path> found;
            try (Stream<Path> files = Files.walk(given, 8)) {
                found = files.filter(Files::isRegularFile)
                        .filter(path -> path.endsWith(NAME))
                        .sorted()
                        .toList();
            }
            if (found.size() != 1) {
                return new Unfit(
                        found.isEmpty() ? "no errored.tfstate lies there" : found.size() + " errored.tfstate lie there",
                        found.isEmpty()
                                ? "name the file; without one look in the log of the apply, where OpenTofu prints the"
                                        + " state when it cannot even write the file"
                                : "find out which apply each is of, and name one file");
            }
            file = found.getFirst();
        }
        if (!Files.isRegularFile(file)) {
            return new Unfit("there is no such file", "name the errored.tfstate of the apply");
        }
        byte[] bytes = Files.readAllBytes(file);
        return switch (new StateReader().read(bytes)) {
            case StateDocument.Plain(StateSummary summary) ->
                new Whole(file, summary, new String(bytes, StandardCharsets.UTF_8));
            case StateDocument.Encrypted _ ->
                new Unfit(
                        "it is encrypted, and tofu state push reads its file as clear text",
                        "keep it, and decrypt it by hand with the stack's encryption settings; it cannot be pushed as"
                                + " it is");
            case StateDocument.Unusable unusable ->
                new Unfit(
                        unusable.why(),
                        "look for another copy, and in the log of the apply; a partial file must not be pushed");
        };
    }
}
