package dev.tinyland.gf.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources that a main class needs, by whole rooms: every file of a room that a needed file imports. Javac would find
 * fewer, but a room is the unit that moves together, and a file found only by reflection is not missed.
 */
final class SourceClosure {
    private static final Path ROOT = Path.of("src/main/java");
    private static final Path HOUSE = ROOT.resolve("dev/tinyland/gf");
    private static final Pattern ROOM = Pattern.compile("dev\\.tinyland\\.gf\\.([a-z0-9]+)\\b");

    private SourceClosure() {}

    /** Paths from the checkout's root, sorted. */
    static List<Path> of(Path main) throws IOException {
        Set<Path> sources = new TreeSet<>();
        Set<String> rooms = new HashSet<>();
        Deque<Path> open = new ArrayDeque<>();
        open.add(main);
        while (!open.isEmpty()) {
            Path file = open.remove();
            if (!sources.add(file)) {
                continue;
            }
            String text = Files.readString(file);
            if (HOUSE.equals(file.getParent())) {
                open.addAll(neighbours(text));
            }
            Matcher room = ROOM.matcher(text);
            while (room.find()) {
                Path folder = HOUSE.resolve(room.group(1));
                if (Files.isDirectory(folder) && rooms.add(room.group(1))) {
                    open.addAll(javaFiles(folder));
                }
            }
        }
        sources.add(HOUSE.resolve("package-info.java"));
        return List.copyOf(sources);
    }

    /** The launchers' own folder is no room: of it come the classes that a text names, which it does without an import. */
    private static List<Path> neighbours(String text) throws IOException {
        Set<String> words = new HashSet<>(Arrays.asList(text.split("\\W+")));
        try (Stream<Path> files = Files.list(HOUSE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            words.contains(HOUSE.relativize(file).toString().replace(".java", "")))
                    .sorted()
                    .toList();
        }
    }

    /** Prefixes of all import lines of the given sources, for example {@code org.yaml.snakeyaml}. */
    static Set<String> imports(List<Path> sources) throws IOException {
        Set<String> imports = new TreeSet<>();
        for (Path source : sources) {
            for (String line : Files.readAllLines(source)) {
                if (line.startsWith("import ")) {
                    imports.add(line.replaceFirst("^import (static )?", ""));
                }
            }
        }
        return imports;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
