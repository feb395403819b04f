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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaterRulesTests {
    private final RuleBench reconfigure = new RuleBench(new InitReconfigureRule());
    private final RuleBench bucket = new RuleBench(new StateInCacheBucketRule());
    private final RuleBench flakeHub = new RuleBench(new FlakeHubAsCacheRule());
    private final RuleBench claim = new RuleBench(new RustFsAuthorityClaimRule());
    private final RuleBench fallback = new RuleBench(new SubstituterWithoutFallbackRule());
    private final RuleBench label = new RuleBench(new UnknownRunnerLabelRule());

    @ParameterizedTest
    @CsvSource({
        "tofu/stacks/attic/backend.tf, ERROR",
        "tofu/stacks/attic-copy/backend.tf, WARNING",
        "infra/main.tf, WARNING",
    })
    void anHttpBackendWeighsMostInAnActiveStack(String path, Severity severity) {
        SourceFile file = new SourceFile(path, "terraform {\n  backend \"http\" {}\n}\n");
        CollectingContext context = new CollectingContext(file, Surface.HCL, new ContractLoader().builtIn());
        Rule rule = new LegacyHttpBackendRule();
        new HclPassages().passages(file).forEach(passage -> rule.passage(passage, context));
        assertEquals(
                List.of(severity),
                context.findings().stream().map(Finding::severity).toList());
        assertEquals("http", file.text(context.findings().getFirst().span()));
    }

    @Test
    void theGenericHttpBackendOfAnotherProjectsPageIsLeftAlone() {
        RuleBench backend = new RuleBench(new LegacyHttpBackendRule());
        assertEquals(List.of(), backend.block("hcl", "terraform {\n  backend \"http\" {\n"));
        assertEquals(
                1,
                backend.block("hcl", "# tofu/stacks/attic\n  backend \"http\" {\n")
                        .size());
    }

    @Test
    void anInitThatAbandonsOrMovesStateIsFound() {
        assertEquals(
                1,
                reconfigure
                        .script("tofu init -reconfigure \\\n  -backend-config=x.hcl")
                        .size());
        assertEquals(
                1, reconfigure.script("terraform -chdir=x init -migrate-state").size());
        assertEquals(List.of(), reconfigure.script("tofu init -backend-config=x.hcl"));
        assertEquals(List.of(), reconfigure.script("tofu plan -reconfigure"));
        assertEquals(List.of(), reconfigure.script("echo tofu init -reconfigure"));
        assertEquals(List.of(), reconfigure.script("# tofu init -reconfigure"));
    }

    @Test
    void stateInACacheBucketIsNoted() {
        assertEquals(
                1, bucket.script("tofu init -backend-config=bucket=bazel-cache").size());
        assertEquals(1, bucket.script("export TOFU_BACKEND_S3_BUCKET=attic").size());
        assertEquals(
                1, bucket.value("env TOFU_BACKEND_S3_BUCKET", "bazel-cache").size());
        assertEquals(
                1,
                bucket.show(Surface.HCL, Role.VALUE, "hcl", List.of("terraform", "backend", "bucket"), "attic")
                        .size());
        assertEquals(List.of(), bucket.script("tofu init -backend-config=bucket=tofu-state"));
        assertEquals(List.of(), bucket.script("aws s3 ls s3://bazel-cache"));
        assertEquals(List.of(), bucket.value(Surface.CONFIGURATION, "bazel bucket", "bazel-cache"));
    }

    @Test
    void flakeHubAsACacheIsNotedAndAsPublicationNot() {
        assertEquals(
                1,
                flakeHub.value("jobs a steps 0 uses", "DeterminateSystems/flakehub-cache-action@main")
                        .size());
        assertEquals(
                1,
                flakeHub.block("ini", "substituters = https://cache.flakehub.com")
                        .size());
        assertEquals(List.of(), flakeHub.value("jobs a steps 0 uses", "DeterminateSystems/flakehub-push@main"));
        assertEquals(
                List.of(),
                flakeHub.block("nix", "inputs.x.url = \"https://flakehub.com/f/tinyland-inc/GloriousFlywheel/*\";"));
        assertEquals(List.of(), flakeHub.prose("Clone tarball flakes, such as flakes on FlakeHub."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RustFS is the highly available store behind everything.",
                "RustFS serves as CAS authority for RBE.",
                "RustFS is the final authority for state.",
            })
    void aClaimNobodyProvedIsNoted(String sentence) {
        assertEquals(1, claim.prose(sentence).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RustFS must not be treated as CAS authority for RBE until recovery is proved.",
                "RustFS is interim state authority only.",
                "RustFS is not highly available.",
                "RustFS is S3-compatible storage behind Attic.",
                "Ceph is highly available.",
                "RustFS is listed among candidate stores for the HA state service.",
            })
    void aStatementWithItsReservationIsNot(String sentence) {
        assertEquals(List.of(), claim.prose(sentence));
    }

    @Test
    void anAtticSubstituterWantsAFallback() {
        assertEquals(
                1,
                fallback.value("with extra_nix_config", "extra-substituters = https://nix-cache.tinyland.dev/main\n")
                        .size());
        assertEquals(
                1,
                fallback.block("nix", "extra-substituters = [ \"https://nix-cache.tinyland.dev/main\" ];")
                        .size());
        assertEquals(
                1,
                fallback.script("echo \"extra-substituters = ${ATTIC_SERVER}/main\" >> /etc/nix/nix.conf")
                        .size());
        assertEquals(
                List.of(),
                fallback.value(
                        "with extra_nix_config",
                        "extra-substituters = https://nix-cache.tinyland.dev/main\nfallback = true\n"));
        assertEquals(List.of(), fallback.block("ini", "substituters = https://cache.nixos.org"));
        assertEquals(List.of(), fallback.prose("It reads https://nix-cache.tinyland.dev/main."));
    }

    @ParameterizedTest
    @CsvSource({
        "tinyland-nxi, tinyland-nix",
        "tinyland-nix-heavi, tinyland-nix-heavy",
        "tinyland-dockr, tinyland-docker",
    })
    void anUnknownLaneIsFoundWithTheOneProbablyMeant(String written, String meant) {
        List<Finding> findings = label.value("jobs build runs-on", written);
        assertEquals("Did you mean `" + meant + "`?", findings.getFirst().suggestion());
        assertEquals(1, label.value("jobs build runs-on 0", written).size());
        assertEquals(1, label.value("jobs build runs-on labels 0", written).size());
    }

    @Test
    void labelsInExpressionsAreRead() {
        String known = "${{ vars.LANE && 'tinyland-nix' || 'ubuntu-latest' }}";
        assertEquals(List.of(), label.value("jobs build runs-on", known));
        List<Finding> findings = label.value("jobs build runs-on", known.replace("-nix", "-nyx"));
        assertEquals(
                "tinyland-nyx",
                findings.getFirst().file().text(findings.getFirst().span()));
        assertEquals(
                1,
                label.value("jobs build runs-on", "${{ fromJSON(vars.L || '[\"tinyland-mac\"]') }}")
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ubuntu-latest", "self-hosted", "tinyland-nix", "honey", "${{ matrix.os }}", "printbox"})
    void lanesAndLabelsOfOthersAreLeftAlone(String written) {
        assertEquals(List.of(), label.value("jobs build runs-on", written));
    }

    @Test
    void aRunnerGroupIsNoLabel() {
        assertEquals(List.of(), label.value("jobs build runs-on group", "tinyland-infra"));
        assertEquals(List.of(), label.value("jobs build with lane", "tinyland-infra"));
    }
}
