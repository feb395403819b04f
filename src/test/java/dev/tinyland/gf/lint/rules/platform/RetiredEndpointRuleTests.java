package dev.tinyland.gf.lint.rules.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetiredEndpointRuleTests {
    private final RuleBench bench = new RuleBench(new RetiredEndpointRule());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -sf https://attic.tinyland.dev/main/nix-cache-info",
                "kubectl get pods -n attic-cache-dev",
                "export BAZEL_REMOTE_CACHE=grpc://bazel-cache.attic-cache-dev.svc.cluster.local:9092",
                "bazel build --remote_cache=grpc://bazel-cache.attic-cache-dev.svc:9092 //...",
                "echo \"substituters = https://attic.dev-cluster.example.com\" >> nix.conf",
                "cat > nix.conf <<EOF\nsubstituters = https://nix-cache.fuzzy-dev.tinyland.dev/main\nEOF",
                "x=$(curl https://attic.tinyland.dev)",
            })
    void aCommandThatUsesARetiredNameIsFound(String script) {
        assertEquals(1, bench.script(script).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# curl https://attic.tinyland.dev",
                "if [[ \"$BAZEL_REMOTE_CACHE\" == *attic-cache-dev* ]]; then exit 1; fi",
                "if echo \"$NIX_CONFIG\" | grep -q 'attic.dev-cluster.example.com'; then echo stale; exit 1; fi",
                "grep -E 'attic\\.tinyland\\.dev|attic-cache-dev' nix.conf && exit 1",
                "case \"$X\" in *attic.tinyland.dev*) exit 1 ;; esac",
                "nix develop .#attic-cache-dev",
                "curl https://nix-cache.tinyland.dev/main/nix-cache-info",
                "git clone https://gitlab.com/group/attic-cache.git",
                "kubectl get pods -n fuzzy-dev",
            })
    void commentsGuardsAndOtherNamesAreNot(String script) {
        assertEquals(List.of(), bench.script(script));
    }

    @Test
    void aCommandIsOneFindingHoweverOftenItOffends() {
        List<Finding> findings =
                bench.script("curl \\\n  https://attic.tinyland.dev/a \\\n  https://attic.tinyland.dev/b");
        assertEquals(1, findings.size());
        assertEquals(1, findings.getFirst().related().size());
    }

    @Test
    void aBlockIsOneFindingForEachLine() {
        String ini = "substituters = https://attic.tinyland.dev\ncache = x\nother = https://attic.tinyland.dev\n";
        assertEquals(2, bench.block("ini", ini).size());
    }

    @Test
    void aNixDerivationMayHaveTheNameOfTheNamespace() {
        assertEquals(List.of(), bench.show(Surface.NIX, Role.BLOCK, "nix", List.of(), "name = \"attic-cache-dev\";"));
        assertEquals(
                1,
                bench.show(Surface.NIX, Role.BLOCK, "nix", List.of(), "namespace = \"attic-cache-dev\";")
                        .size());
    }

    @Test
    void workflowsAreToldTheAddressForRunnersAndReadersBoth() {
        Finding inWorkflow =
                bench.value("env ATTIC_SERVER", "https://attic.tinyland.dev").getFirst();
        assertEquals(Severity.ERROR, inWorkflow.severity());
        assertEquals("attic.tinyland.dev is out of contract.", inWorkflow.message());
        assertEquals("Use http://attic.nix-cache.svc.cluster.local.", inWorkflow.suggestion());
        Finding onPage =
                bench.prose("Caches live at https://attic.tinyland.dev today.").getFirst();
        assertEquals(Severity.WARNING, onPage.severity());
        assertEquals(
                "Use http://attic.nix-cache.svc.cluster.local for runners in the cluster,"
                        + " https://nix-cache.tinyland.dev/main for people and developer machines.",
                onPage.suggestion());
    }

    @Test
    void aRetiredNamespaceIsReplacedByItsSuccessor() {
        Finding finding = bench.value("namespaces attic dev", "attic-cache-dev").getFirst();
        assertEquals("The namespace attic-cache-dev is out of contract.", finding.message());
        assertEquals("Use the namespace nix-cache.", finding.suggestion());
    }

    @Test
    void theFindingStandsOnTheNameItself() {
        Finding finding =
                bench.script("echo hello\ncurl https://attic.tinyland.dev/x").getFirst();
        assertEquals("attic.tinyland.dev", finding.file().text(finding.span()));
    }
}
