package dev.tinyland.gf.plan.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.helm.ValuesDocument;
import dev.tinyland.gf.tofu.plan.ResourceChange;
import java.util.Locale;
import java.util.Optional;

/**
 * The kind of a Kubernetes object that a resource stands for.
 *
 * @param group API group, empty for the core group and where the provider's resource type implies it
 * @param kind as in {@code PersistentVolumeClaim}
 */
record ObjectKind(String group, String kind) {
    private static final String TYPED = "kubernetes_";

    /** Empty where the resource is no Kubernetes object, or its manifest cannot be read. */
    static Optional<ObjectKind> of(ResourceChange resource) {
        JsonNode attributes = resource.change().before().isObject()
                ? resource.change().before()
                : resource.change().after();
        return switch (resource.type()) {
            case "kubernetes_manifest" -> of(attributes.path("manifest")).or(() -> of(attributes.path("object")));
            case "kubectl_manifest" ->
                ValuesDocument.read(attributes.path("yaml_body").asText(""))
                        .flatMap(ObjectKind::of)
                        .or(() -> of(attributes));
            default ->
                resource.type().startsWith(TYPED)
                        ? Optional.of(new ObjectKind("", camelCase(resource.type())))
                        : Optional.empty();
        };
    }

    private static Optional<ObjectKind> of(JsonNode manifest) {
        String kind = manifest.path("kind").asText("");
        String version =
                manifest.path("apiVersion").asText(manifest.path("api_version").asText(""));
        int slash = version.indexOf('/');
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new ObjectKind(slash < 0 ? "" : version.substring(0, slash), kind));
    }

    /** {@code kubernetes_persistent_volume_claim_v1} is a PersistentVolumeClaim. */
    private static String camelCase(String type) {
        StringBuilder kind = new StringBuilder();
        for (String word : type.substring(TYPED.length()).split("_")) {
            if (!word.isEmpty() && !word.matches("v\\d+((alpha|beta)\\d+)?")) {
                kind.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return kind.toString();
    }

    @Override
    public String toString() {
        return group.isEmpty() ? kind : kind + "." + group;
    }
}
