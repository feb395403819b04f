package dev.tinyland.gf.lint.rules.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Surface;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongClusterContextRuleTests {
    private final RuleBench bench = new RuleBench(new WrongClusterContextRule());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl --context bumble get nodes",
                "kubectl --context=sting get nodes",
                "helm --kube-context \"bumble\" ls",
                "kubectl config use-context sting",
                "tofu plan -var cluster_context=bumble",
                "tofu plan -var=\"cluster_context=sting\"",
                "export TF_VAR_cluster_context=bumble",
                "KUBE_CTX=sting helm ls",
            })
    void aNodeAsContextIsFoundOnce(String script) {
        assertEquals(1, bench.script(script).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl --context honey get nodes",
                "kubectl --context honey describe node bumble",
                "kubectl drain sting --ignore-daemonsets",
                "echo testing existing hosting --context=existing",
                "cargo build --features bumble-tools --bin bumble",
                "kubectl --context stingray get nodes",
                "# kubectl --context bumble get nodes",
            })
    void nodesInTheirPlaceAndOtherWordsAreNot(String script) {
        assertEquals(List.of(), bench.script(script));
    }

    @Test
    void valuesOfContextKeysAreFound() {
        assertEquals(
                1,
                bench.value(Surface.CONFIGURATION, "clusters 0 context", "bumble")
                        .size());
        assertEquals(1, bench.value("jobs a with context", "sting").size());
        assertEquals(List.of(), bench.value(Surface.CONFIGURATION, "nodeSelector kubernetes.io/hostname", "bumble"));
        assertEquals(List.of(), bench.value("jobs a with context", "."));
        assertEquals(List.of(), bench.value(Surface.CONFIGURATION, "clusters 0 name", "sting"));
    }

    @Test
    void pagesThatTeachItAreFoundAndProseIsNot() {
        assertEquals(1, bench.inlineCode("", "--context bumble").size());
        assertEquals(1, bench.block("hcl", "cluster_context = \"sting\"").size());
        assertEquals(List.of(), bench.prose("Bumble is a Bluetooth stack; its context: bumble."));
    }

    @Test
    void theFindingNamesTheClusterAndTheWayOut() {
        Finding finding = bench.script("kubectl --context bumble get nodes").getFirst();
        assertEquals("bumble is a node of honey, not a cluster.", finding.message());
        assertEquals(
                "Use the context honey, and bumble in a node selector if pods must stand there.", finding.suggestion());
    }
}
