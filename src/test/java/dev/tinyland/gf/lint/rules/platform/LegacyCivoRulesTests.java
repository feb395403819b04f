package dev.tinyland.gf.lint.rules.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.lint.CollectingContext;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.HclPassages;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyCivoRulesTests {
    private final RuleBench access = new RuleBench(new LegacyCivoAccessRule());
    private final RuleBench context = new RuleBench(new LegacyCivoContextRule());
    private final RuleBench resource = new RuleBench(new LegacyCivoResourceRule());
    private final RuleBench mention = new RuleBench(new LegacyCivoMentionRule());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "civo kubernetes config my-cluster --save",
                "sudo /usr/local/bin/civo region use NYC1",
                "curl -sL https://civo.com/get | sh",
                "echo \"$CIVO_TOKEN\" > token",
                "civo apikey save ci \"${{ secrets.CIVO_TOKEN }}\"",
                "tofu plan -var-file=legacy-civo.tfvars",
                "tofu plan -var=civo_token=x",
                "echo \"$KUBECONFIG_CIVO\" | base64 -d",
            })
    void accessByWayOfTheCloudIsFoundOncePerCommand(String script) {
        assertEquals(1, access.script(script).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# civo kubernetes config",
                "echo sha512-aB3CIVO9xzCIVO==",
                "tofu plan -var-file=dev.tfvars",
                "echo mi scrivo, tu scrivi, descrivo",
                "make civox",
                "cat not-legacy-civo.tfvars.md",
            })
    void whatOnlyLooksLikeItIsNot(String script) {
        assertEquals(List.of(), access.script(script));
    }

    @Test
    void theInstallerActionAndCredentialKeysAreFound() {
        assertEquals(
                1, access.value("jobs a steps 0 uses", "civo/action-civo@v1").size());
        assertEquals(List.of(), access.value("jobs a steps 0 uses", "actions/checkout@v4"));
        assertEquals(
                1, access.value("env CIVO_TOKEN", "${{ secrets.CIVO_TOKEN }}").size());
        assertEquals(
                1,
                access.value("env KUBECONFIG_DATA", "${{ secrets.CIVO_KUBECONFIG }}")
                        .size());
    }

    @Test
    void typedCommandsInInlineCodeAndPlainBlocksAreFoundNamesAreNot() {
        assertEquals(1, access.inlineCode("", "civo kubernetes config").size());
        assertEquals(1, access.block("", "$ civo objectstore ls\n").size());
        assertEquals(List.of(), access.inlineCode("", "civo"));
        assertEquals(List.of(), access.prose("The vendors are AWS, Civo and DigitalOcean."));
    }

    @Test
    void anAccessFindingSaysWhatToDoInstead() {
        Finding finding = access.script("civo kubernetes config x").getFirst();
        assertEquals(Severity.ERROR, finding.severity());
        assertEquals("Cluster access comes from Civo: `civo`.", finding.message());
        assertEquals(
                "Inject the kubeconfig from a secret and select the context honey with this repository's `kubeconfig`"
                        + " action.",
                finding.suggestion());
    }

    @Test
    void theResidualContextIsFoundAsAWholeName() {
        assertEquals(
                1,
                context.script("tofu plan -var=cluster_context=tinyland-civo-dev \\\n  -out=p")
                        .size());
        assertEquals(1, context.value("clusters 0 context", "tinyland-civo-dev").size());
        assertEquals(
                1,
                context.show(Surface.HCL, Role.VALUE, "", List.of("cluster_context"), "tinyland-civo-dev")
                        .size());
        assertEquals(List.of(), context.script("echo tinyland-civo-dev-archive old.tinyland-civo-dev.yaml"));
        assertEquals(List.of(), context.script("[[ $CTX == tinyland-civo-dev ]] && exit 1"));
    }

    @Test
    void providersResourcesStorageAndEndpointsAreFound() {
        assertEquals(
                1,
                resource.block("hcl", "resource \"civo_kubernetes_cluster\" \"c\" {")
                        .size());
        assertEquals(1, resource.block("hcl", "provider \"civo\" {").size());
        assertEquals(1, resource.block("hcl", "  source = \"civo/civo\"").size());
        assertEquals(
                1,
                resource.show(Surface.HCL, Role.VALUE, "", List.of("source"), "civo/civo")
                        .size());
        assertEquals(
                1,
                resource.value(Surface.CONFIGURATION, "storageClass", "civo-volume")
                        .size());
        assertEquals(
                1,
                resource.value(Surface.CONFIGURATION, "endpointURL", "https://objectstore.nyc1.civo.com")
                        .size());
        assertEquals(
                1,
                resource.block("hcl", "    \"kubernetes.civo.com/node-pool\" = \"gpu\"")
                        .size());
    }

    @Test
    void blocksOfAnHclFileAreFoundByTheirLabels() {
        SourceFile file = new SourceFile("main.tf", """
            terraform {
              required_providers {
                civo = { source = "civo/civo" }
              }
            }
            provider "civo" {}
            # provider "civo" {}
            resource "civo_kubernetes_cluster" "c" {
              region = var.region
            }
            """);
        CollectingContext context = new CollectingContext(file, Surface.HCL, new ContractLoader().builtIn());
        Rule rule = new LegacyCivoResourceRule();
        new HclPassages().passages(file).forEach(passage -> rule.passage(passage, context));
        assertEquals(
                List.of(3, 6, 8),
                context.findings().stream()
                        .map(finding -> file.position(finding.span().start()).line())
                        .toList());
    }

    @Test
    void theVendorsSiteAndOtherNamesAreNoResources() {
        assertEquals(List.of(), resource.prose("See https://www.civo.com/docs and objectstore.lon1.civo.com."));
        assertEquals(List.of(), resource.script("curl https://www.civo.com/docs"));
        assertEquals(List.of(), resource.script("curl https://notcivo.com https://x.civo.community"));
        assertEquals(List.of(), resource.value(Surface.CONFIGURATION, "storageClass", "my-civo-volume"));
    }

    @Test
    void proseIsOnlyNotedWhereAskedFor() {
        assertEquals(1, mention.prose("Civo k3s for cloud deployments.").size());
        assertEquals(List.of(), mention.prose("Io scrivo a CIVO-9."));
        assertEquals(false, new LegacyCivoMentionRule().info().onByDefault());
    }
}
