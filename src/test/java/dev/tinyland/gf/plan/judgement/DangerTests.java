package dev.tinyland.gf.plan.judgement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.plan.Plans;
import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.report.Verdict;
import dev.tinyland.gf.report.Verdicts;
import dev.tinyland.gf.tofu.plan.PlanScope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DangerTests {
    private static final String CLAIM = "kubernetes_persistent_volume_claim_v1.data";

    private static PlanJudgement judged(String address, String actions, String change) {
        return Plans.judged(Plans.with(Plans.resource(address, actions, change)));
    }

    private static String words(PlanJudgement judgement) {
        return judgement.hit().stream().map(DangerClass::word).collect(Collectors.joining(","));
    }

    /** A class holds no data; to threaten its loss would be untrue. */
    @Test
    void aStorageClassThatGoesIsNotCalledALossOfData() {
        Danger danger = judged("kubernetes_storage_class_v1.fast", "[\"delete\"]", "\"before\":{},\"after\":null")
                .dangers()
                .getFirst();
        assertTrue(danger.finding(Level.BLOCK).why().startsWith("volumes of this class live on"), danger::toString);
        Danger claim = judged(CLAIM, "[\"delete\"]", "\"before\":{},\"after\":null")
                .dangers()
                .getFirst();
        assertTrue(claim.finding(Level.BLOCK).why().startsWith("data on it may be gone for good"), claim::toString);
    }

    /** Address, actions, the kind in a manifest where there is one, classes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "kubernetes_storage_class.fast            | delete        | - | storage",
                "kubernetes_storage_class_v1.fast         | delete create | - | storage",
                "kubernetes_persistent_volume.data        | create delete | - | storage",
                "kubernetes_persistent_volume_claim.data  | delete        | - | storage",
                "kubernetes_persistent_volume_claim.data  | create        | - | -",
                "kubernetes_persistent_volume_claim.data  | update        | - | -",
                "kubernetes_persistent_volume_claim.data  | forget        | - | forget",
                "kubernetes_persistent_volume_claim.data  | forget create | - | forget",
                "kubernetes_persistent_volume_claim.data  | delete later  | - | storage",
                "kubernetes_namespace.lanes               | delete        | - | namespace",
                "kubernetes_namespace_v1.lanes            | delete create | - | namespace",
                "kubernetes_namespace_v1.lanes            | no-op         | - | -",
                "kubernetes_manifest.any | delete        | v1 Namespace                                     |"
                        + " namespace",
                "kubernetes_manifest.any | delete create | apiextensions.k8s.io/v1 CustomResourceDefinition | crd",
                "kubernetes_manifest.any | delete        | longhorn.io/v1beta2 Volume                       | storage",
                "kubernetes_manifest.any | delete        | ceph.rook.io/v1 CephCluster                      | storage",
                "kubernetes_manifest.any | delete        | v1 PersistentVolumeClaim                         | storage",
                "kubernetes_manifest.any | delete        | v1 ConfigMap                                     | -",
                "aws_s3_bucket.state                      | delete        | - | storage",
                "kubernetes_config_map_v1.any             | delete        | - | -"
            })
    void whatIsDestroyedOrReplacedIsOfItsClass(String address, String actions, String kind, String classes) {
        String before = kind == null
                ? "{\"name\":\"a\"}"
                : "{\"manifest\":{\"apiVersion\":\"" + kind.split(" ")[0] + "\",\"kind\":\"" + kind.split(" ")[1]
                        + "\"}}";
        PlanJudgement judgement = judged(
                address, "[\"" + actions.replace(" ", "\",\"") + "\"]", "\"before\":" + before + ",\"after\":null");
        assertEquals(classes == null ? "" : classes, words(judgement));
    }

    @Test
    void aManifestInYamlIsOfItsKindToo() {
        assertEquals(
                "namespace",
                words(judged(
                        "kubectl_manifest.lanes",
                        "[\"delete\"]",
                        "\"before\":{\"yaml_body\":\"apiVersion: v1\\n"
                                + "kind: Namespace\\n"
                                + "metadata:\\n"
                                + "  name: lanes\\n"
                                + "\"}")));
    }

    /** Chart, actions, classes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "longhorn               | delete        | storage,uninstall",
                "rook-ceph-cluster      | delete create | storage,uninstall",
                "gha-runner-scale-set   | delete        | uninstall",
                "gha-runner-scale-set   | create delete | uninstall",
                "prometheus-operator-crds | delete      | crd,uninstall",
                "oci://ghcr.io/longhorn/charts/longhorn | delete | storage,uninstall",
                "longhorn               | forget        | forget",
                "longhorn               | create        | -"
            })
    void aReleaseThatGoesIsUninstalled(String chart, String actions, String classes) {
        String release = "{\"name\":\"a\",\"namespace\":\"b\",\"chart\":\"" + chart + "\",\"version\":\"1.0.0\"}";
        String sides = actions.equals("create") ? "\"before\":null,\"after\":" + release : "\"before\":" + release;
        PlanJudgement judgement = judged("helm_release.any", "[\"" + actions.replace(" ", "\",\"") + "\"]", sides);
        assertEquals(classes == null ? "" : classes, words(judgement));
    }

    @Test
    void theAttributeThatForcesAReplacementIsNamed() {
        PlanJudgement judgement = judged(
                "helm_release.lane",
                "[\"delete\",\"create\"]",
                "\"before\":{\"name\":\"a\",\"namespace\":\"old\"},\"after\":{\"name\":\"a\",\"namespace\":\"new\"},"
                        + "\"replace_paths\":[[\"namespace\"]]");
        assertEquals(
                List.of("the release old/a is replaced (namespace forces it)"),
                judgement.dangers().stream().map(Danger::observed).toList());
    }

    @Test
    void openTofusReasonIsSaidInWordsAndAnUnknownOneAsItIs() {
        for (List<String> row : List.of(
                List.of("delete_because_each_key", "its key is gone from for_each"),
                List.of("delete_because_of_tuesday", "delete_because_of_tuesday"))) {
            String entry = Plans.resource(CLAIM, "[\"delete\"]", "\"before\":{}")
                    .replace("\"mode\"", "\"action_reason\":\"" + row.get(0) + "\",\"mode\"");
            assertEquals(
                    "the PersistentVolumeClaim is destroyed (" + row.get(1) + ")",
                    Plans.judged(Plans.with(entry)).dangers().getFirst().observed());
        }
    }

    @Test
    void aVolumeThatNoLongerIsRetainedIsADanger() {
        PlanJudgement judgement = judged(
                "kubernetes_persistent_volume_v1.data",
                "[\"update\"]",
                "\"before\":{\"spec\":[{\"persistent_volume_reclaim_policy\":\"Retain\"}]},"
                        + "\"after\":{\"spec\":[{\"persistent_volume_reclaim_policy\":\"Delete\"}]}");
        assertEquals("storage", words(judgement));
        assertEquals("Delete", judgement.dangers().getFirst().after());
    }

    /** Version before and after of a chart. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0.14.0     | 0.13.1     | downgrade",
                "0.14.0     | 0.14.1     | -",
                "0.14.0     | 0.14.0     | -",
                "0.14.0     | 0.14.0-rc.1 | downgrade",
                "0.9.0      | 0.10.0     | -",
                "v1.10.0    | 1.9.9      | downgrade"
            })
    void aChartThatGoesBackIsADowngrade(String before, String after, String classes) {
        PlanJudgement judgement = judged("helm_release.lane", "[\"update\"]", versions(before, after));
        assertEquals(classes == null ? "" : classes, words(judgement));
    }

    private static String versions(String before, String after) {
        return "\"before\":{\"name\":\"a\",\"chart\":\"c\",\"version\":\"" + before
                + "\"},\"after\":{\"name\":\"a\",\"chart\":\"c\",\"version\":\"" + after + "\"}";
    }

    @Test
    void aVersionThatCannotBeComparedIsADoubtAndNeverHarmless() {
        for (String change : List.of(
                versions("0.14.0", "latest"),
                "\"before\":{\"name\":\"a\",\"version\":\"0.14.0\"},\"after\":{\"name\":\"a\"},"
                        + "\"after_unknown\":{\"version\":true}")) {
            PlanJudgement judgement = judged("helm_release.lane", "[\"update\"]", change);
            assertEquals(1, judgement.doubts().size());
            assertEquals(
                    Status.WARN,
                    judgement.checks(DangerClass.failingByDefault()).stream()
                            .filter(check -> check.id().equals("TP-DOWNGRADE"))
                            .findFirst()
                            .orElseThrow()
                            .status());
        }
    }

    /** Path, value before, value after of an image. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "image | ghcr.io/a/b:2.334.0 | ghcr.io/a/b:2.330.0 | downgrade",
                "image | ghcr.io/a/b:2.334.0 | ghcr.io/a/b:2.335.1 | -",
                "image | ghcr.io/a/b:2.334.0 | ghcr.io/a/c:1.0.0   | -",
                "image | ghcr.io/a/b:2.334.0 | ghcr.io/a/b:latest  | -",
                "image | host:5000/a:1.2.0   | host:5000/a:1.1.9   | downgrade",
                "image | host:5000/a         | host:4000/a         | -",
                "image | a:1.2.3             | a:1.2.3-alpine      | -",
                "image | a:24.04             | a:22.04             | downgrade",
                "image | a:24.04             | a:22.04.1           | -",
                "tag   | v1.2.3              | v1.2.2              | downgrade",
                "tag   | 4f2a91c             | 1b2c3d4             | -"
            })
    void anImageThatGoesBackIsADowngrade(String key, String before, String after, String classes) {
        PlanJudgement judgement = judged(
                "helm_release.lane",
                "[\"update\"]",
                "\"before\":{\"name\":\"a\",\"values\":[\"runner:\\n  " + key + ": '" + before + "'\\n\"]},"
                        + "\"after\":{\"name\":\"a\",\"values\":[\"runner:\\n  " + key + ": '" + after + "'\\n\"]}");
        assertEquals(classes == null ? "" : classes, words(judgement));
    }

    @Test
    void aCreatedReleaseIsComparedWithTheOneThatLives() {
        byte[] plan = Plans.with(Plans.resource(
                "helm_release.controller",
                "[\"create\"]",
                "\"before\":null,\"after\":{\"name\":\"arc-controller\",\"namespace\":\"arc-systems\",\"chart\":\"c\","
                        + "\"version\":\"0.13.1\"}"));
        for (List<String> row : List.of(
                List.of("arc-systems", "0.14.0", "downgrade"),
                List.of("arc-systems", "0.13.1", ""),
                List.of("elsewhere", "0.14.0", ""))) {
            LiveRelease live = new LiveRelease(row.get(0), "arc-controller", "c", row.get(1), "");
            PlanFacts facts = new PlanFacts(PlanScope.whole(), List.of(live), List.of());
            assertEquals(row.get(2), words(new PlanJudge().judge(Plans.read(plan), facts)));
        }
    }

    @Test
    void whatAFailedReplacementLeftOverIsDeposed() {
        String entry = Plans.resource("terraform_data.a", "[\"delete\"]", "\"before\":{}")
                .replace("\"mode\"", "\"deposed\":\"abcd1234\",\"mode\"");
        assertEquals("deposed", words(Plans.judged(Plans.with(entry))));
    }

    @Test
    void anotherProviderForAResourceAndAnotherVersionInTheLockAreOfTheProviderClass() {
        byte[] plan = Plans.document("\"resource_changes\":["
                + Plans.resource("helm_release.a", "[\"no-op\"]", "\"before\":{},\"after\":{}")
                        .replace("\"mode\"", "\"provider_name\":\"registry.opentofu.org/hashicorp/helm\",\"mode\"")
                + "],\"prior_state\":{\"values\":{\"root_module\":{\"resources\":[{\"address\":\"helm_release.a\","
                + "\"mode\":\"managed\",\"type\":\"helm_release\","
                + "\"provider_name\":\"registry.terraform.io/hashicorp/helm\",\"values\":{}}]}}}");
        assertEquals("provider", words(Plans.judged(plan)));
        PlanFacts facts = new PlanFacts(
                PlanScope.whole(), List.of(), List.of(LockChange.of("x/hashicorp/helm", "2.17.0", "3.1.2")));
        PlanJudgement judgement = new PlanJudge().judge(Plans.read(Plans.with()), facts);
        assertEquals("provider", words(judgement));
        assertEquals("3.1.2", judgement.dangers().getFirst().after());
    }

    @Test
    void aPlanThatOnlyReadsOrOnlyChangesOutputsIsDataOnly() {
        String data = "{\"address\":\"data.a.b\",\"mode\":\"data\",\"type\":\"a\",\"name\":\"b\",\"change\":"
                + "{\"actions\":[\"read\"],\"before\":null,\"after\":{}}}";
        assertEquals("data-only", words(Plans.judged(Plans.with(data))));
        assertEquals(
                "data-only",
                words(Plans.judged(Plans.document("\"resource_changes\":[],\"output_changes\":{\"a\":{\"actions\":"
                        + "[\"update\"],\"before\":1,\"after\":2}}"))));
        assertEquals(
                "",
                words(Plans.judged(
                        Plans.with(data, Plans.resource("a.c", "[\"create\"]", "\"before\":null,\"after\":{}")))));
        assertEquals("", words(Plans.judged(Plans.with())));
    }

    @Test
    void theClassesThatFailBlockAndTheOthersAreForReview() {
        PlanJudgement judgement = judged("kubernetes_namespace.lanes", "[\"delete\"]", "\"before\":{},\"after\":null");
        assertEquals(
                Level.BLOCK,
                judgement.findings(DangerClass.failingByDefault()).getFirst().level());
        assertEquals(Level.REVIEW, judgement.findings(Set.of()).getFirst().level());
        assertEquals(Set.of(DangerClass.NAMESPACE), judgement.failing(DangerClass.failingByDefault()));
        assertEquals(Set.of(), judgement.failing(Set.of(DangerClass.CRD)));
    }

    @Test
    void theFirstSevenClassesFailByDefault() {
        assertEquals(
                "storage namespace crd uninstall downgrade deposed forget",
                DangerClass.failingByDefault().stream().map(DangerClass::word).collect(Collectors.joining(" ")));
        for (DangerClass danger : DangerClass.values()) {
            assertEquals(danger, DangerClass.of(danger.word()).orElseThrow());
        }
    }

    @Test
    void anActionNobodyKnowsHereLetsNoVerdictBeGreen() {
        PlanJudgement judgement = judged("terraform_data.a", "[\"hibernate\"]", "\"before\":{},\"after\":{}");
        assertEquals(List.of("terraform_data.a"), judgement.notUnderstood());
        assertTrue(judgement.hasChanges());
        assertTrue(!Verdicts.objections(new Green(), judgement.checks(DangerClass.failingByDefault()))
                .isEmpty());
    }

    private record Green() implements Verdict {
        @Override
        public String name() {
            return "CHANGES";
        }

        @Override
        public ExitCode exitCode() {
            return ExitCode.ACCEPTABLE;
        }

        @Override
        public String when() {
            return "";
        }
    }
}
