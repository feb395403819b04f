package dev.tinyland.gf.plan.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlParser;
import dev.tinyland.gf.yaml.YamlResult;
import dev.tinyland.gf.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the identity of an object from the attributes a plan gives it. */
public final class Identities {
    private static final String RESOURCE = "/dev/tinyland/gf/plan/kubernetes-types.json";
    private static final String DEFAULT_NAMESPACE = "default";

    private final Map<String, String> namespaced;
    private final Map<String, String> clusterWide;

    private Identities(Map<String, String> namespaced, Map<String, String> clusterWide) {
        this.namespaced = Map.copyOf(namespaced);
        this.clusterWide = Map.copyOf(clusterWide);
    }

    /** With the built-in list of resource types. */
    public static Identities builtIn() {
        try (InputStream stream = Identities.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing");
            }
            JsonNode root = new ObjectMapper().readTree(stream);
            return new Identities(texts(root.path("namespaced")), texts(root.path("clusterWide")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The identity of one object.
     *
     * @param type resource type, such as {@code helm_release}
     * @param attributes {@code after} of a create, {@code before} of a delete
     */
    public Identity of(String type, JsonNode attributes) {
        if (type.equals("helm_release")) {
            String name = attributes.path("name").asText("");
            return name.isEmpty()
                    ? new Identity.Unnamed("a Helm release whose name is known only after the apply")
                    : new Identity.Release(orDefault(attributes.path("namespace")), name);
        }
        if (type.equals("kubernetes_manifest")) {
            return manifest(attributes.path("manifest"));
        }
        if (type.equals("kubectl_manifest")) {
            return yaml(attributes.path("yaml_body").asText(""));
        }
        String plain = type.replaceFirst("_v[1-9][a-z0-9]*$", "");
        Optional<String> place = Optional.ofNullable(namespaced.get(plain));
        Optional<String> wide = Optional.ofNullable(clusterWide.get(plain));
        if (place.isEmpty() && wide.isEmpty()) {
            return type.startsWith("kubernetes_")
                    ? new Identity.Unnamed("an object of type " + type + ", which is not known here")
                    : new Identity.Elsewhere();
        }
        JsonNode list = attributes.path("metadata");
        JsonNode metadata = list.isArray() ? list.path(0) : list;
        String name = metadata.path("name").asText("");
        if (name.isEmpty()) {
            return metadata.path("generate_name").asText("").isEmpty()
                    ? new Identity.Unnamed("an object of type " + type + " whose name is known only after the apply")
                    : new Identity.Elsewhere();
        }
        String[] words = place.or(() -> wide).orElseThrow().split(" ");
        return new Identity.Placed(
                words[0], words[1], place.isPresent() ? orDefault(metadata.path("namespace")) : "", name);
    }

    private static Identity manifest(JsonNode manifest) {
        JsonNode metadata = manifest.path("metadata");
        return named(
                manifest.path("apiVersion").asText(""),
                manifest.path("kind").asText(""),
                metadata.path("namespace").asText(""),
                metadata.path("name").asText(""));
    }

    private static Identity yaml(String body) {
        YamlResult result = YamlParser.parse(Fragment.whole(new SourceFile("yaml_body", body)));
        Optional<YamlMapping> root = documents(result).stream()
                .findFirst()
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast);
        Optional<YamlMapping> metadata = root.flatMap(mapping -> mapping.get("metadata"))
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast);
        return named(text(root, "apiVersion"), text(root, "kind"), text(metadata, "namespace"), text(metadata, "name"));
    }

    private static List<YamlNode> documents(YamlResult result) {
        return switch (result) {
            case YamlResult.Parsed parsed -> parsed.documents();
            case YamlResult.Unreadable _ -> List.of();
        };
    }

    private static Identity named(String apiVersion, String kind, String namespace, String name) {
        return apiVersion.isEmpty() || kind.isEmpty() || name.isEmpty()
                ? new Identity.Unnamed("a manifest whose kind or name is known only after the apply")
                : new Identity.Manifest(apiVersion, kind, namespace, name);
    }

    private static String text(Optional<YamlMapping> mapping, String key) {
        Optional<YamlNode> node = mapping.flatMap(found -> found.get(key));
        return node.filter(YamlScalar.class::isInstance)
                .map(found -> ((YamlScalar) found).value())
                .orElse("");
    }

    private static String orDefault(JsonNode namespace) {
        String text = namespace.asText("");
        return text.isEmpty() || text.equals("null") ? DEFAULT_NAMESPACE : text;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
