package dev.tinyland.gf.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One {@code action.yml}.
 *
 * @param folder the folder that holds it
 * @param text the file as it is
 * @param inputs by name: description and default
 * @param outputs by name: description
 * @param steps the composite steps
 */
record ActionDescription(
        Path folder,
        String text,
        Map<String, Input> inputs,
        Map<String, String> outputs,
        List<Map<String, Object>> steps) {

    record Input(String description, String fallback) {}

    /** All actions of the checkout, by folder. */
    static List<ActionDescription> all() throws IOException {
        List<ActionDescription> all = new ArrayList<>();
        for (String parent : List.of("actions", "linters")) {
            try (Stream<Path> folders = Files.list(Path.of(parent))) {
                for (Path folder : folders.sorted().toList()) {
                    if (Files.exists(folder.resolve("action.yml"))) {
                        all.add(read(folder));
                    }
                }
            }
        }
        return all;
    }

    private static ActionDescription read(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("action.yml"));
        Map<String, Object> root = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        Map<String, Input> inputs = new LinkedHashMap<>();
        map(root.get("inputs")).forEach((name, value) -> {
            Map<String, Object> input = map(value);
            inputs.put(name, new Input(String.valueOf(input.get("description")), String.valueOf(input.get("default"))));
        });
        Map<String, String> outputs = new LinkedHashMap<>();
        map(root.get("outputs"))
                .forEach((name, value) ->
                        outputs.put(name, String.valueOf(map(value).get("description"))));
        List<Map<String, Object>> steps = new ArrayList<>();
        if (map(root.get("runs")).get("steps") instanceof List<?> list) {
            list.forEach(step -> steps.add(map(step)));
        }
        return new ActionDescription(folder, text, inputs, outputs, steps);
    }

    static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> result.put(String.valueOf(key), entry));
        }
        return result;
    }
}
