import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of the release tree that are made from others: JBang's catalog, the bill of materials and the licences of
 * everything inside the jar. Run by scripts/release-tree with the jar on the class path:
 * {@code java -cp gf.jar ReleaseFiles.java CATALOG BOM JARS TEXTS TREE}. TEXTS holds {@code NAME.txt} for each
 * component that brings no text of its licence although the licence asks for one.
 */
final class ReleaseFiles {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The mains of the jar, by the script that the catalog of a checkout names. */
    private static final Map<String, String> MAINS =
            Map.of("actions/gf.java", "dev.tinyland.gf.Gf", "linters/gf-lint.java", "dev.tinyland.gf.GfLint");

    private static final Pattern LICENCE_FILE =
            Pattern.compile("META-INF/([A-Za-z-]*(LICENSE|NOTICE|COPYING)[A-Za-z.-]*)");

    private ReleaseFiles() {}

    public static void main(String[] arguments) throws IOException {
        Path catalog = Path.of(arguments[0]);
        Path bill = Path.of(arguments[1]);
        Path jars = Path.of(arguments[2]);
        Path texts = Path.of(arguments[3]);
        Path tree = Path.of(arguments[4]);
        writeCatalog(catalog, tree.resolve("jbang-catalog.json"));
        Files.copy(bill, tree.resolve("lib/gf.cdx.json"));
        writeLicences(JSON.readTree(bill.toFile()), jars, texts, tree.resolve("licenses"));
    }

    private static void writeCatalog(Path from, Path to) throws IOException {
        JsonNode catalog = JSON.readTree(from.toFile());
        for (JsonNode alias : catalog.path("aliases")) {
            String script = alias.path("script-ref").asText();
            String main = MAINS.get(script);
            if (main == null) {
                throw new IOException("the catalog's " + script + " has no main class in the jar");
            }
            ObjectNode entry = (ObjectNode) alias;
            entry.put("script-ref", "lib/gf.jar");
            entry.put("main", main);
            // A jar says nothing about the Java it needs: without this an older default ends in an error.
            entry.put("java", "25+");
        }
        Files.writeString(to, JSON.writeValueAsString(catalog) + "\n");
    }

    private static void writeLicences(JsonNode bill, Path jars, Path given, Path into)
            throws IOException {
        Map<String, JsonNode> components = new TreeMap<>();
        for (JsonNode component : bill.path("components")) {
            components.put(component.path("name").asText() + "-" + component.path("version").asText(), component);
        }
        List<String> bundled = names(jars, ".jar");
        if (!bundled.equals(List.copyOf(components.keySet()))) {
            throw new IOException("the bill of materials names " + components.keySet() + " and the jar bundles " + bundled);
        }
        Files.createDirectories(into);
        Set<String> unused = new TreeSet<>(names(given, ".txt"));
        StringBuilder table = new StringBuilder("""
                # Licences of what `lib/gf.jar` bundles

                gf-actions itself is under Apache-2.0 (`LICENSE`). `lib/gf.cdx.json` is the bill of materials.

                | component | licence | texts |
                |---|---|---|
                """);
        for (Map.Entry<String, JsonNode> component : components.entrySet()) {
            String licence = licence(component.getValue());
            List<String> texts = copyTexts(jars.resolve(component.getKey() + ".jar"), into.resolve(component.getKey()));
            if (texts.isEmpty() && !licence.equals("Apache-2.0")) {
                String name = component.getValue().path("name").asText();
                Path text = given.resolve(name + ".txt");
                if (!Files.exists(text)) {
                    throw new IOException(component.getKey() + " is under " + licence
                            + " and brings no text of it: put its project's text into " + text);
                }
                unused.remove(name);
                Path folder = Files.createDirectories(into.resolve(component.getKey()));
                Files.copy(text, folder.resolve("LICENSE.txt"));
                texts = List.of("LICENSE.txt");
            }
            String where = texts.isEmpty() ? "`LICENSE`" : "`licenses/" + component.getKey() + "/`";
            table.append("| ").append(component.getKey()).append(" | ").append(licence).append(" | ").append(where)
                    .append(" |\n");
        }
        if (!unused.isEmpty()) {
            throw new IOException(given + " has texts that no bundled component needs: " + unused);
        }
        Files.writeString(into.resolve("README.md"), table);
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name)
                    .sorted()
                    .toList();
        }
    }

    private static String licence(JsonNode component) throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            names.add(licence.path("id").asText(licence.path("name").asText(choice.path("expression").asText())));
        }
        if (names.isEmpty()) {
            throw new IOException(component.path("name").asText() + " names no licence");
        }
        return String.join(", ", names);
    }

    private static List<String> copyTexts(Path jar, Path into) throws IOException {
        List<String> copied = new ArrayList<>();
        try (JarFile archive = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(archive.entries())) {
                var name = LICENCE_FILE.matcher(entry.getName());
                if (name.matches()) {
                    Files.createDirectories(into);
                    try (InputStream text = archive.getInputStream(entry)) {
                        Files.write(into.resolve(name.group(1)), text.readAllBytes());
                    }
                    copied.add(name.group(1));
                }
            }
        }
        return copied;
    }
}
