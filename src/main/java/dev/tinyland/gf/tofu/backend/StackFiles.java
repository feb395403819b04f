package dev.tinyland.gf.tofu.backend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.hcl.HclBlock;
import dev.tinyland.gf.hcl.HclFile;
import dev.tinyland.gf.hcl.HclItem;
import dev.tinyland.gf.hcl.HclParser;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The configuration files of a stack's folder, as OpenTofu would load them: {@code *.tf} and {@code *.tofu}, JSON forms
 * included; a {@code .tofu} file stands in place of the {@code .tf} file of the same name.
 *
 * @param files the files by name
 * @param declarations the backend and cloud blocks found
 * @param unreadable names of files that are not readable
 */
public record StackFiles(Map<String, SourceFile> files, List<Declaration> declarations, List<String> unreadable) {

    public StackFiles {
        files = Map.copyOf(files);
        declarations = List.copyOf(declarations);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * A backend block.
     *
     * @param type its label, or {@code cloud}
     * @param line 1-based line, 0 in a JSON file
     */
    public record Declaration(String file, int line, String type) {}

    /** Reads a folder, which must be there. */
    public static StackFiles read(Path folder) throws IOException {
        Map<String, SourceFile> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                String name =
                        entry.getFileName() == null ? "" : entry.getFileName().toString();
                boolean loaded = name.endsWith(".tf")
                        || name.endsWith(".tofu")
                        || name.endsWith(".tf.json")
                        || name.endsWith(".tofu.json");
                if (loaded && Files.isRegularFile(entry) && !name.startsWith(".")) {
                    files.put(
                            name,
                            new SourceFile(
                                    name,
                                    new String(Files.readAllBytes(entry), java.nio.charset.StandardCharsets.UTF_8)));
                }
            }
        }
        for (String name : List.copyOf(files.keySet())) {
            boolean replaced = name.endsWith(".tf") && files.containsKey(name.replaceAll("\\.tf$", ".tofu"))
                    || name.endsWith(".tf.json") && files.containsKey(name.replaceAll("\\.tf\\.json$", ".tofu.json"));
            if (replaced) {
                files.remove(name);
            }
        }
        List<Declaration> declarations = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        files.forEach((name, file) -> {
            boolean readable =
                    name.endsWith(".json") ? declaredInJson(file, declarations) : declared(file, declarations);
            if (!readable) {
                unreadable.add(name);
            }
        });
        return new StackFiles(files, declarations, unreadable);
    }

    private static boolean declared(SourceFile file, List<Declaration> declarations) {
        HclFile parsed = HclParser.parse(Fragment.whole(file));
        for (HclItem item : parsed.items()) {
            if (item instanceof HclBlock block && block.type().text().equals("terraform")) {
                for (HclItem inner : block.items()) {
                    if (inner instanceof HclBlock nested) {
                        String type = nested.type().text();
                        int line = file.position(nested.span().start()).line();
                        if (type.equals("backend") && nested.labels().size() == 1) {
                            declarations.add(new Declaration(
                                    file.path(),
                                    line,
                                    nested.labels().getFirst().text()));
                        } else if (type.equals("cloud")) {
                            declarations.add(new Declaration(file.path(), line, "cloud"));
                        }
                    }
                }
            }
        }
        return parsed.problems().isEmpty();
    }

    private static boolean declaredInJson(SourceFile file, List<Declaration> declarations) {
        try {
            JsonNode root = new ObjectMapper().readTree(file.text());
            List<JsonNode> settings = new ArrayList<>();
            JsonNode terraform = root.path("terraform");
            if (terraform.isArray()) {
                terraform.forEach(settings::add);
            } else {
                settings.add(terraform);
            }
            for (JsonNode setting : settings) {
                setting.path("backend")
                        .fieldNames()
                        .forEachRemaining(type -> declarations.add(new Declaration(file.path(), 0, type)));
                if (setting.has("cloud")) {
                    declarations.add(new Declaration(file.path(), 0, "cloud"));
                }
            }
            return true;
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }
}
