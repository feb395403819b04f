package dev.tinyland.gf.lint.rules.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoncanonicalEndpointRuleTests {
    private final RuleBench bench = new RuleBench(new NoncanonicalEndpointRule());

    @Test
    void aLiveServiceByAnotherNameIsNoted() {
        Finding finding = bench.script("curl http://attic-api.nix-cache.svc.cluster.local:8080/")
                .getFirst();
        assertEquals(Severity.NOTE, finding.severity());
        assertEquals("Use http://attic.nix-cache.svc.cluster.local.", finding.suggestion());
        assertEquals(
                "attic-api.nix-cache.svc.cluster.local:8080", finding.file().text(finding.span()));
    }

    @Test
    void aDefaultInsideAnExpansionCounts() {
        assertEquals(
                1,
                bench.script("URL=\"${ATTIC:-http://attic.nix-cache.svc.cluster.local:8080}\"")
                        .size());
    }

    @Test
    void canonicalAddressesAndObjectsOfThatNameAreLeftAlone() {
        assertEquals(List.of(), bench.script("curl http://attic.nix-cache.svc.cluster.local/"));
        assertEquals(List.of(), bench.script("curl grpc://bazel-cache.nix-cache.svc.cluster.local:9092"));
        assertEquals(List.of(), bench.value(Surface.CONFIGURATION, "metadata name", "attic-api-ingress"));
        assertEquals(List.of(), bench.value(Surface.CONFIGURATION, "expr", "sum(rate(x{job=\"attic-api\"}[5m]))"));
    }
}
