package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.lint.discovery.Candidate;
import dev.tinyland.gf.lint.discovery.Discovered;
import dev.tinyland.gf.lint.discovery.Discovery;
import dev.tinyland.gf.lint.discovery.Selection;
import dev.tinyland.gf.lint.discovery.Skipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A root and what of it is judged.
 *
 * @param root absolute
 * @param shown the root as the user named it
 * @param folders folders of it to judge, absolute; the root itself for all of it
 * @param files files of it that the user named, absolute
 * @param input one of these files whose text is not what lies there
 */
record Target(Path root, String shown, List<Path> folders, List<Path> files, Optional<StandardInput> input) {

    Target {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
    }

    /**
     * Turns what the user named into roots.
     *
     * @param directory the directory relative paths start from
     * @param common the one root for all of them, or null
     * @param input what the path {@code -} stands for
     * @throws InputException when a path does not exist or lies outside the common root
     */
    static List<Target> of(List<String> paths, Path directory, @Nullable Path common, Optional<StandardInput> input) {
        List<String> named = paths.isEmpty() ? List.of(".") : paths;
        Map<Path, Target> targets = new LinkedHashMap<>();
        Path whole = common == null ? null : directory.resolve(common).normalize();
        if (whole != null && !Files.isDirectory(whole)) {
            throw new InputException("root", "--root names no folder; give it the folder that holds all PATHs");
        }
        for (String name : named) {
            boolean typed = name.equals("-") && input.isPresent();
            Path path = typed ? input.get().named() : resolved(directory, name);
            if (!typed && !Files.exists(path)) {
                throw new InputException(
                        "path", "there is no file or folder `" + name + "`; name one that exists, from " + directory);
            }
            boolean folder = !typed && Files.isDirectory(path);
            if (!typed && !folder && !Files.isRegularFile(path)) {
                // A pipe would be waited for, a device read without end.
                throw new InputException("path", "`" + name + "` is neither a file nor a folder; name one that is");
            }
            Path root = whole != null ? whole : folder ? path : Discovery.rootOf(path);
            if (!path.startsWith(root)) {
                throw new InputException(
                        "root", "`" + name + "` lies outside --root; give --root a folder that holds all PATHs");
            }
            String shown = whole != null
                    ? slashed(Objects.requireNonNull(common))
                    : folder ? name : slashed(relative(directory, root));
            Target before = targets.getOrDefault(root, new Target(root, shown, List.of(), List.of(), Optional.empty()));
            List<Path> folders = new ArrayList<>(before.folders());
            List<Path> files = new ArrayList<>(before.files());
            (folder ? folders : files).add(path);
            targets.put(root, new Target(root, before.shown(), folders, files, typed ? input : before.input()));
        }
        return List.copyOf(targets.values());
    }

    private static Path resolved(Path directory, String name) {
        try {
            return directory.resolve(name).normalize();
        } catch (InvalidPathException impossible) {
            throw new InputException("path", "a PATH holds a character that no path can have; name a file or folder");
        }
    }

    /** What goes before a path of this root to lead there from another folder. */
    String prefixFrom(Path folder) {
        Path way = relative(folder, root);
        String text = slashed(way);
        return text.isEmpty() || text.equals(".") ? "" : text + "/";
    }

    /** Finds the files: named ones whatever ignore rules say, others as the selection has it. */
    Discovered discover(Discovery discovery, Selection selection) throws IOException {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        List<Skipped> skipped = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Candidate> context = new ArrayList<>();
        Discovered all = discovery.folder(root, selection);
        context.addAll(all.context());
        for (Candidate candidate : all.candidates()) {
            if (wanted(candidate.path())) {
                candidates.put(candidate.path(), candidate);
            } else {
                context.add(candidate);
            }
        }
        all.skipped().stream().filter(each -> wanted(each.path())).forEach(skipped::add);
        all.unreadable().stream().filter(this::wanted).forEach(unreadable::add);
        notes.addAll(all.notes());
        for (Path file : files) {
            Discovered found = Discovery.file(root, file);
            found.candidates().stream().map(this::typed).forEach(candidate -> {
                candidates.put(candidate.path(), candidate);
                skipped.removeIf(each -> each.path().equals(candidate.path()));
            });
            found.skipped().stream().filter(each -> !skipped.contains(each)).forEach(skipped::add);
            notes.addAll(found.notes());
        }
        List<Candidate> sorted = new ArrayList<>(candidates.values());
        sorted.sort(Comparator.comparing(Candidate::path));
        context.removeIf(each -> candidates.containsKey(each.path()) || !isYaml(each));
        return new Discovered(sorted, context, skipped, unreadable, notes);
    }

    private Candidate typed(Candidate candidate) {
        return input.filter(given -> given.named().equals(candidate.location()))
                .map(given -> new Candidate(candidate.path(), given.content(), candidate.kind(), candidate.named()))
                .orElse(candidate);
    }

    private static boolean isYaml(Candidate candidate) {
        return candidate.path().endsWith(".yml") || candidate.path().endsWith(".yaml");
    }

    private boolean wanted(String path) {
        if (folders.contains(root)) {
            return true;
        }
        Path file = root.resolve(path);
        return folders.stream().anyMatch(file::startsWith);
    }

    private static Path relative(Path from, Path to) {
        return from.getRoot() != null && from.getRoot().equals(to.getRoot()) ? from.relativize(to) : to;
    }

    private static String slashed(Path path) {
        String text = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        return text.isEmpty() ? "." : text;
    }
}
