package dev.tinyland.gf.arc.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes that people make to such a stack, beside those of {@link PlanMutationTests}. */
class StackChangeTests {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String GOLDEN = "restore-cache-attachment-1-add-5-change";
    private static final String HIDDEN = "c0ffee-and-more-c0ffee";

    static List<MutationTable.Mutation> changes() {
        MutationTable table = new MutationTable();
        counts(table);
        versions(table);
        releases(table);
        neighbours(table);
        containers(table);
        identity(table);
        attachments(table);
        assignments(table);
        unknown(table);
        return table.rows();
    }

    private static void counts(MutationTable table) {
        table.row(
                "the minimum is null in the values",
                "CLEAN",
                "AP52",
                plan -> plan.unset("gh-nix", "minRunners").values("gh-nix", values -> values.putNull("minRunners")));
        table.row(
                "a maximum of eight and a half, of which the chart takes the eight",
                "REVIEW",
                "AP34",
                plan -> plan.unset("gh-nix", "maxRunners").values("gh-nix", values -> values.put("maxRunners", 8.5)));
        table.row("a maximum below zero", "BLOCK", "AP05 AP29", plan -> plan.set("gh-nix", "maxRunners", "-1"));
        table.row("a maximum of true", "BLOCK", "AP05 AP34", plan -> plan.set("gh-nix", "maxRunners", "true"));
        table.row("a minimum of false", "BLOCK", "AP05 AP34", plan -> plan.set("gh-nix", "minRunners", "false"));
        table.row(
                "a minimum of zero typed as a string",
                "BLOCK",
                "AP05 AP34",
                plan -> plan.set("gh-nix", "minRunners", "0", "string"));
        table.row("as many as at most", "REVIEW", "AP34", plan -> plan.set("gh-nix", "minRunners", "8"));
        table.row("a maximum below a standing minimum", "BLOCK", "AP05 AP29", plan -> {
            ((ArrayNode) plan.before("gh-nix").path("set")).forEach(one -> {
                if (one.path("name").asText().equals("minRunners")) {
                    ((ObjectNode) one).put("value", "4");
                }
            });
            plan.set("gh-nix", "minRunners", "4").set("gh-nix", "maxRunners", "3");
        });
        table.row(
                "another maximum in the values, which the assignment overrides",
                "CLEAN",
                "AP52",
                plan -> plan.values("gh-nix", values -> values.put("maxRunners", 20)));
        table.from(
                GOLDEN,
                "a new lane without a maximum",
                "BLOCK",
                "AP05 AP50 AP51 AP53",
                plan -> plan.unset("gh-nix-heavy", "maxRunners"));
    }

    private static void versions(MutationTable table) {
        table.row(
                "a preview of the next patch",
                "CLEAN",
                "AP54",
                plan -> plan.attribute("gh-nix", "version", TextNode.valueOf("0.14.1-rc.1")));
        table.row(
                "a version that is a range",
                "UNKNOWN",
                "AP02 AP03",
                plan -> plan.attribute("gh-nix", "version", TextNode.valueOf("~0.14.0")));
        table.row(
                "everything to the next major",
                "REVIEW",
                "AP27",
                plan -> List.of("arc-controller", "gh-nix", "gh-docker", "gh-dind", "gh-kvm")
                        .forEach(release -> plan.attribute(release, "version", TextNode.valueOf("1.0.0"))));
        table.row(
                "the controller and all lanes but one to the next minor",
                "BLOCK",
                "AP03 AP27",
                plan -> List.of("arc-controller", "gh-nix", "gh-docker", "gh-dind")
                        .forEach(release -> plan.attribute(release, "version", TextNode.valueOf("0.15.0"))));
        table.row(
                "the controller's image by a tag",
                "REVIEW",
                "AP26",
                plan -> plan.values(
                        "arc-controller", values -> values.putObject("image").put("tag", "canary-4f2d1e0")));
    }

    private static void releases(MutationTable table) {
        table.row(
                "the repository of the chart moves",
                "REVIEW",
                "AP34",
                plan -> plan.attribute("gh-nix", "repository", TextNode.valueOf("oci://registry.example/arc")));
        table.row(
                "another chart of the same family",
                "REVIEW",
                "AP34",
                plan -> plan.attribute("gh-nix", "chart", TextNode.valueOf("gha-runner-scale-set-experimental")));
        table.row("failures roll back", "REVIEW", "AP34", plan -> plan.attribute("gh-nix", "atomic", BooleanNode.TRUE));
        table.row(
                "the release is waited for",
                "REVIEW",
                "AP34",
                plan -> plan.attribute("gh-nix", "wait", BooleanNode.TRUE));
        table.row(
                "a lane is replaced by request, the new one first",
                "BLOCK",
                "AP01",
                plan -> plan.actions("gh-kvm", "create", "delete")
                        .resource("gh-kvm")
                        .put("action_reason", "replace_by_request"));
        table.row(
                "the controller is replaced by request",
                "BLOCK",
                "AP01",
                plan -> plan.actions("arc-controller", "delete", "create"));
        table.row(
                "a release gets another name",
                "BLOCK",
                "AP01 AP34",
                plan -> plan.attribute("gh-kvm", "name", TextNode.valueOf("gh-kvm-2"))
                        .actions("gh-kvm", "delete", "create"));
        table.row("a lane is imported and changed", "REVIEW", "AP34 AP39", plan -> {
            plan.set("gh-kvm", "maxRunners", "9");
            plan.change("gh-kvm").putObject("importing").put("id", "arc-runners/gh-kvm");
        });
        table.row(
                "a lane moves and gets another image",
                "REVIEW",
                "AP26 AP39",
                plan -> plan.runner(
                                "gh-nix",
                                runner ->
                                        runner.put("image", "ghcr.io/actions/actions-runner@sha256:" + "cd".repeat(32)))
                        .resource("gh-nix")
                        .put("previous_address", "module.nix.helm_release.arc_runner"));
        table.row("a lane gains a variable and the outputs follow", "CLEAN", "AP51", plan -> {
            plan.variable("gh-nix", "EDITOR", "vi");
            ((ObjectNode) plan.root().path("output_changes").path("scale_sets"))
                    .putArray("actions")
                    .add("update");
        });
    }

    private static void neighbours(MutationTable table) {
        table.row(
                "a quota is made",
                "REVIEW",
                "AP34",
                plan -> plan.entry(
                        "kubernetes_resource_quota_v1.runners",
                        "kubernetes_resource_quota_v1",
                        "create",
                        JSON.nullNode(),
                        JSON.objectNode().put("hard", "pods=10")));
        table.row(
                "a quota is tightened",
                "REVIEW",
                "AP34",
                plan -> plan.entry(
                        "kubernetes_resource_quota_v1.runners",
                        "kubernetes_resource_quota_v1",
                        "update",
                        JSON.objectNode().put("hard", "pods=10"),
                        JSON.objectNode().put("hard", "pods=1")));
        table.row(
                "a claim of storage is destroyed",
                "REVIEW",
                "AP34",
                plan -> plan.entry(
                        "kubernetes_persistent_volume_claim_v1.nix",
                        "kubernetes_persistent_volume_claim_v1",
                        "delete",
                        JSON.objectNode().put("id", "arc-runners/nix"),
                        JSON.nullNode()));
        table.row(
                "a secret's content changes",
                "REVIEW",
                "AP34",
                plan -> plan.entry(
                        "kubernetes_secret_v1.github",
                        "kubernetes_secret_v1",
                        "update",
                        JSON.objectNode().put("data", HIDDEN),
                        JSON.objectNode().put("data", HIDDEN + HIDDEN)));
        table.row("a secret is replaced", "BLOCK", "AP01 AP34", plan -> {
            plan.entry(
                    "kubernetes_secret_v1.github",
                    "kubernetes_secret_v1",
                    "delete",
                    JSON.objectNode().put("data", HIDDEN),
                    JSON.objectNode().put("data", HIDDEN));
            ((ArrayNode) plan.lastEntry().path("change").path("actions")).add("create");
        });
        table.row(
                "the namespace of the runners is destroyed",
                "BLOCK",
                "AP01 AP34",
                plan -> plan.entry(
                        "kubernetes_namespace_v1.arc_runners[0]",
                        "kubernetes_namespace_v1",
                        "delete",
                        JSON.objectNode().put("id", "arc-runners"),
                        JSON.nullNode()));
        table.row(
                "a network policy is made",
                "REVIEW",
                "AP34",
                plan -> plan.entry(
                        "kubernetes_manifest.deny",
                        "kubernetes_manifest",
                        "create",
                        JSON.nullNode(),
                        JSON.objectNode().set("manifest", JSON.objectNode().put("kind", "NetworkPolicy"))));
    }

    private static void containers(MutationTable table) {
        table.row(
                "a container beside the runner, by a tag",
                "REVIEW",
                "AP26",
                plan -> plan.pod(
                        "gh-nix",
                        pod -> pod.withArray("containers")
                                .addObject()
                                .put("name", "proxy")
                                .put("image", "envoyproxy/envoy:v1.31")));
        table.row(
                "kubernetes mode without volumes",
                "REVIEW",
                "AP28",
                plan -> plan.set("gh-nix", "containerMode.type", "kubernetes-novolume"));
        table.row("a daemon mode", "REVIEW", "AP28", plan -> plan.set("gh-nix", "containerMode.type", "dind"));
        table.row(
                "a toleration",
                "REVIEW",
                "AP34",
                plan -> plan.pod(
                        "gh-nix",
                        pod -> pod.putArray("tolerations")
                                .addObject()
                                .put("key", "gpu")
                                .put("operator", "Exists")));
        table.row(
                "a kind of node",
                "REVIEW",
                "AP34",
                plan -> plan.pod("gh-nix", pod -> pod.putObject("nodeSelector").put("kubernetes.io/arch", "arm64")));
        table.row(
                "a container that may gain rights",
                "REVIEW",
                "AP34",
                plan -> plan.runner(
                        "gh-nix", runner -> runner.putObject("securityContext").put("allowPrivilegeEscalation", true)));
        table.row(
                "pods that run as root",
                "REVIEW",
                "AP34",
                plan -> plan.pod(
                        "gh-nix", pod -> pod.putObject("securityContext").put("runAsUser", 0)));
        table.row(
                "the host's shared memory",
                "BLOCK",
                "AP36",
                plan -> plan.pod("gh-nix", pod -> pod.put("hostIPC", true)));
        table.row(
                "privileged, typed as a string",
                "BLOCK",
                "AP36",
                plan -> plan.runner(
                        "gh-nix", runner -> runner.putObject("securityContext").put("privileged", "true")));
        table.row(
                "a privileged listener",
                "BLOCK",
                "AP36",
                plan -> plan.values(
                        "gh-nix",
                        values -> values.putObject("listenerTemplate")
                                .putObject("spec")
                                .putArray("containers")
                                .addObject()
                                .put("name", "listener")
                                .putObject("securityContext")
                                .put("privileged", true)));
        table.row(
                "resources of the listener",
                "REVIEW",
                "AP34",
                plan -> plan.values(
                        "gh-nix",
                        values -> values.putObject("listenerTemplate")
                                .putObject("spec")
                                .putArray("containers")
                                .addObject()
                                .put("name", "listener")
                                .putObject("resources")
                                .putObject("limits")
                                .put("memory", "64Mi")));
        table.from(
                GOLDEN,
                "a new lane by a mutable tag on a node that is not its own",
                "REVIEW",
                "AP26 AP32 AP50 AP51 AP53",
                plan -> plan.runner(
                                "gh-nix-heavy", runner -> runner.put("image", "ghcr.io/actions/actions-runner:latest"))
                        .pod("gh-nix-heavy", pod -> pod.put("nodeName", "sting")));
    }

    private static void identity(MutationTable table) {
        table.row(
                "the label of another lane, at another address",
                "REVIEW",
                "AP25 AP35",
                plan -> plan.values("gh-kvm", values -> values.put("runnerScaleSetName", "tinyland-nix"))
                        .set("gh-kvm", "githubConfigUrl", "https://github.com/elsewhere"));
        table.row(
                "from the organization to one repository",
                "REVIEW",
                "AP35",
                plan -> plan.set("gh-nix", "githubConfigUrl", "https://github.com/tinyland-inc/one"));
        table.row(
                "an empty group",
                "CLEAN",
                "AP52",
                plan -> plan.values("gh-nix", values -> values.put("runnerGroup", "")));
        table.row(
                "a label with capitals",
                "REVIEW",
                "AP25 AP38",
                plan -> plan.values("gh-kvm", values -> values.put("runnerScaleSetName", "Tinyland-KVM")));
        table.row(
                "the controller watches one namespace",
                "REVIEW",
                "AP34",
                plan -> plan.values(
                        "arc-controller",
                        values -> values.withObject("/flags").put("watchSingleNamespace", "arc-runners")));
        table.row(
                "two controllers",
                "REVIEW",
                "AP34",
                plan -> plan.values("arc-controller", values -> values.put("replicaCount", 2)));
    }

    private static void attachments(MutationTable table) {
        table.from(
                "attachment-lost",
                "a second value of a variable, which is the one that counts",
                "REVIEW",
                "AP20",
                plan -> attached(plan).variable("gh-nix", "ATTIC_SERVER", "https://attic.dev-cluster.example.com"));
        table.from(
                "attachment-lost",
                "a cache variable is emptied",
                "REVIEW",
                "AP20",
                plan -> attached(plan).runner("gh-nix", runner -> {
                    for (var variable : runner.path("env")) {
                        if (variable.path("name").asText().equals("ATTIC_SERVER")) {
                            ((ObjectNode) variable).put("value", "");
                        }
                    }
                }));
        table.from(
                "attachment-lost",
                "a cache variable comes from a config map",
                "REVIEW",
                "AP20 AP51",
                plan -> attached(plan).runner("gh-nix", runner -> {
                    for (var variable : runner.path("env")) {
                        if (variable.path("name").asText().equals("ATTIC_SERVER")) {
                            ((ObjectNode) variable)
                                    .without("value")
                                    .withObject("/valueFrom/configMapKeyRef")
                                    .put("name", "attic")
                                    .put("key", "server");
                        }
                    }
                }));
        table.row(
                "a daemon's address where the daemon listens on its socket only",
                "CLEAN",
                "AP51",
                plan -> plan.variable("gh-dind", "DOCKER_HOST", "tcp://localhost:2375"));
        table.row(
                "a pull secret is taken out by a null",
                "CLEAN",
                "AP50",
                plan -> plan.document("gh-kvm", "template: {spec: {imagePullSecrets: null}}\n"));
        table.row(
                "a literal token in a variable of the listener",
                "BLOCK",
                "AP08 AP34",
                plan -> plan.values("gh-nix", values -> {
                    ObjectNode listener = values.putObject("listenerTemplate")
                            .putObject("spec")
                            .putArray("containers")
                            .addObject()
                            .put("name", "listener");
                    listener.putArray("env")
                            .addObject()
                            .put("name", "API_TOKEN")
                            .put("value", HIDDEN);
                }));
    }

    /** A lane that keeps the caches it has. */
    private static MutatedPlan attached(MutatedPlan plan) {
        plan.after("gh-nix").set("values", plan.before("gh-nix").path("values").deepCopy());
        return plan;
    }

    private static void assignments(MutationTable table) {
        table.row(
                "a pull secret by assignment",
                "REVIEW",
                "AP22",
                plan -> plan.set("gh-nix", "template.spec.imagePullSecrets[0].name", "ghcr-auth"));
        table.row(
                "labels by assignment", "REVIEW", "AP23", plan -> plan.set("gh-nix", "scaleSetLabels", "{linux,x64}"));
        table.row(
                "a node by assignment",
                "REVIEW",
                "AP32",
                plan -> plan.set("gh-nix", "template.spec.nodeSelector.kubernetes\\.io/hostname", "sting"));
        table.row(
                "a path of the host by assignment",
                "BLOCK",
                "AP36",
                plan -> plan.set("gh-nix", "template.spec.volumes[0].name", "host")
                        .set("gh-nix", "template.spec.volumes[0].hostPath.path", "/var/run/docker.sock"));
        table.row("a token that turns over in a sensitive assignment", "BLOCK", "AP08 AP35", plan -> {
            for (String side : List.of("before", "after")) {
                ((ObjectNode) plan.change("gh-nix").path(side))
                        .putArray("set_sensitive")
                        .addObject()
                        .put("name", "githubConfigSecret.github_token")
                        .put("value", "ghs_" + (side.equals("after") ? "b2C3" : "a1B2").repeat(9));
            }
            plan.unset("gh-nix", "githubConfigSecret").actions("gh-nix", "update");
        });
    }

    private static void unknown(MutationTable table) {
        table.row(
                "an address that is known only after the apply",
                "UNKNOWN",
                "AP06 AP08 AP34",
                plan -> later(plan, "githubConfigUrl"));
        table.row(
                "a label that is known only after the apply",
                "UNKNOWN",
                "AP06 AP08 AP34",
                plan -> later(plan, "runnerScaleSetName"));
        table.row(
                "a group that is known only after the apply",
                "UNKNOWN",
                "AP06 AP08 AP34",
                plan -> later(plan, "runnerGroup"));
    }

    /** An assignment whose value is known only after the apply. */
    private static void later(MutatedPlan plan, String name) {
        plan.set("gh-nix", name, "later");
        ArrayNode assignments = (ArrayNode) plan.after("gh-nix").path("set");
        ArrayNode unknown = ((ObjectNode) plan.change("gh-nix").path("after_unknown")).putArray("set");
        assignments.forEach(_ -> unknown.addObject());
        ((ObjectNode) unknown.get(assignments.size() - 1)).put("value", true);
        ((ObjectNode) assignments.get(assignments.size() - 1)).putNull("value");
    }

    @Test
    void anAddressThatLeadsToNoDaemonIsSaidToLeadToNothing() {
        for (String release : List.of("gh-dind", "gh-nix")) {
            MutatedPlan plan =
                    MutatedPlan.of("helm-3.1", "no-changes").variable(release, "DOCKER_HOST", "tcp://localhost:2375");
            String said = PlanJudgement.of(plan.read(), RealPlanTests.context(), List.of())
                    .toString();
            assertEquals(release.equals("gh-dind"), said.contains("leads to nothing"), said);
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeOfTheStackIsJudgedForWhatItDoes(MutationTable.Mutation change) {
        change.judge(HIDDEN);
    }
}
