package dev.tinyland.gf.plan.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTests {
    private final Identities identities = Identities.builtIn();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "helm_release|{\"name\":\"gh-dind\",\"namespace\":\"arc-runners\"}|Helm release arc-runners/gh-dind",
                "helm_release|{\"name\":\"gh-dind\",\"namespace\":null}|Helm release default/gh-dind",
                "kubernetes_namespace_v1|{\"metadata\":[{\"name\":\"arc-runners\"}]}|namespaces arc-runners",
                "kubernetes_secret|{\"metadata\":[{\"name\":\"a\",\"namespace\":\"b\"}]}|secrets b/a",
                "kubernetes_horizontal_pod_autoscaler_v2|{\"metadata\":[{\"name\":\"a\"}]}|horizontalpodautoscalers"
                        + " default/a",
                "kubernetes_manifest|{\"manifest\":{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\",\"namespace\":\"b\"}}}|ConfigMap"
                    + " b/a",
                "kubectl_manifest|{\"yaml_body\":\"apiVersion: apps/v1\\n"
                        + "kind: Deployment\\n"
                        + "metadata:\\n"
                        + "  name: a\\n"
                        + "\"}|Deployment a",
                "terraform_data|{\"id\":\"a\"}|not of the cluster",
                "kubernetes_secret|{\"metadata\":[{\"generate_name\":\"a-\"}]}|not of the cluster",
            })
    void anObjectIsFoundUnderItsName(String type, String attributes, String shown) throws JsonProcessingException {
        assertEquals(
                shown,
                identities.of(type, new ObjectMapper().readTree(attributes)).shown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"helm_release", "kubernetes_secret", "kubernetes_manifest", "kubectl_manifest", "kubernetes_new"
            })
    void whatHasNoNameYetIsNeverTakenForAbsent(String type) throws JsonProcessingException {
        assertInstanceOf(Identity.Unnamed.class, identities.of(type, new ObjectMapper().readTree("{}")));
    }
}
