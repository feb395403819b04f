package dev.tinyland.gf.arc.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real plans with one thing changed: the verdict and exactly the rules that speak, for both generations of the Helm
 * provider. AP13 is left out where the images name no release.
 */
class PlanMutationTests {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DIGEST = "ghcr.io/actions/actions-runner@sha256:" + "ab".repeat(32);
    private static final String TOKEN = "ghp_" + "a1B2".repeat(9);

    static List<MutationTable.Mutation> mutations() {
        MutationTable table = new MutationTable();
        existence(table);
        trust(table);
        counts(table);
        identity(table);
        pods(table);
        versions(table);
        spelling(table);
        return table.rows();
    }

    private static void existence(MutationTable table) {
        table.row(
                "the controller is destroyed",
                "BLOCK",
                "AP01 AP03",
                plan -> plan.actions("arc-controller", "delete")
                        .change("arc-controller")
                        .putNull("after"));
        table.row(
                "a lane is replaced since its namespace changes",
                "BLOCK",
                "AP01 AP34",
                plan -> plan.attribute("gh-kvm", "namespace", TextNode.valueOf("elsewhere"))
                        .actions("gh-kvm", "delete", "create"));
        table.row(
                "a secret is destroyed",
                "BLOCK",
                "AP01 AP34",
                plan -> plan.resource(
                        "kubernetes_secret_v1.github", "kubernetes_secret_v1", "managed", "delete", JSON.objectNode()));
        table.row("a CRD in a manifest is destroyed", "BLOCK", "AP01 AP34", plan -> {
            ObjectNode before = JSON.objectNode();
            before.putObject("manifest").put("kind", "CustomResourceDefinition");
            plan.resource("kubernetes_manifest.crd", "kubernetes_manifest", "managed", "delete", before);
        });
        table.row(
                "a namespace in the text of a manifest is destroyed",
                "BLOCK",
                "AP01 AP34",
                plan -> plan.resource(
                        "kubectl_manifest.runners",
                        "kubectl_manifest",
                        "managed",
                        "delete",
                        JSON.objectNode().put("yaml_body", "apiVersion: v1\nkind: Namespace\nmetadata: {name: x}\n")));
        table.row(
                "a config map is destroyed",
                "REVIEW",
                "AP34",
                plan -> plan.resource(
                        "kubernetes_config_map.notes",
                        "kubernetes_config_map",
                        "managed",
                        "delete",
                        JSON.objectNode()));
        table.row(
                "a data source goes",
                "NO_CHANGES",
                "",
                plan -> plan.resource("data.x.y", "kubernetes_secret_v1", "data", "delete", JSON.objectNode()));
        table.row(
                "a data source is read",
                "NO_CHANGES",
                "",
                plan -> plan.resource("data.x.y", "kubernetes_secret_v1", "data", "read", JSON.objectNode()));
        table.row(
                "a lane is forgotten",
                "REVIEW",
                "AP34",
                plan -> plan.actions("gh-kvm", "forget").change("gh-kvm").putNull("after"));
        table.row(
                "a lane only moves",
                "REVIEW",
                "AP39",
                plan -> plan.resource("gh-kvm").put("previous_address", "module.gh[\"kvm\"].helm_release.arc_runner"));
        table.row(
                "a lane is imported",
                "REVIEW",
                "AP39",
                plan -> plan.change("gh-kvm").putObject("importing").put("id", "arc-runners/gh-kvm"));
        table.row("the key of a lane changes, so it goes and comes", "BLOCK", "AP01 AP22 AP53", plan -> {
            ObjectNode gone = plan.resource("gh-kvm");
            ObjectNode come = gone.deepCopy();
            come.put("address", "module.gh[\"kvm\"].helm_release.arc_runner");
            ((ArrayNode) plan.root().path("resource_changes")).add(come);
            ((ObjectNode) come.path("change")).putNull("before");
            ((ObjectNode) come.path("change")).putArray("actions").add("create");
            ((ObjectNode) gone.path("change")).putNull("after");
            ((ObjectNode) gone.path("change")).putArray("actions").add("delete");
        });
        table.row("an action nobody knows", "BLOCK", "AP04", plan -> plan.actions("gh-kvm", "transmogrify"));
        table.row(
                "a deposed object is left",
                "BLOCK",
                "AP04",
                plan -> plan.resource("gh-kvm").put("deposed", "00000001"));
        table.row("planning failed", "BLOCK", "AP04", plan -> plan.root().put("errored", true));
        table.row("a drift of a lane", "REVIEW", "AP31", plan -> {
            ObjectNode drift = plan.resource("gh-nix").deepCopy();
            ((ObjectNode) drift.path("change")).putArray("actions").add("update");
            plan.root().putArray("resource_drift").add(drift);
        });
        table.row(
                "a drift entry in which nothing happens",
                "NO_CHANGES",
                "",
                plan -> plan.root()
                        .putArray("resource_drift")
                        .add(plan.resource("gh-nix").deepCopy()));
        table.row(
                "an output changes alone",
                "REVIEW",
                "AP34",
                plan -> ((ObjectNode) plan.root().path("output_changes").path("scale_sets"))
                        .putArray("actions")
                        .add("update"));
        table.row(
                "no outputs are planned though the stack has some",
                "REVIEW",
                "AP11",
                plan -> plan.root().remove("output_changes"));
        table.row("a refresh-only plan", "REVIEW", "AP11", plan -> {
            plan.root().remove("resource_changes");
            plan.root().remove("output_changes");
        });
        table.from("greenfield", "an empty state, the lanes only", "BLOCK", "AP10 AP22 AP53", plan -> {
            ((ArrayNode) plan.root().path("resource_changes")).remove(0);
            ObjectNode controller = MutatedPlan.of("helm-2.17", "no-changes").resource("arc-controller");
            ((ArrayNode) plan.root().path("resource_changes")).add(controller);
        });
        table.row("a release of another chart is created", "REVIEW", "AP22 AP34", plan -> {
            ObjectNode other = plan.resource("gh-kvm").deepCopy();
            other.put("address", "helm_release.dashboard");
            ObjectNode change = (ObjectNode) other.path("change");
            change.putNull("before").putArray("actions").add("create");
            ((ObjectNode) change.path("after")).put("chart", "dashboard").put("name", "dashboard");
            ((ArrayNode) plan.root().path("resource_changes")).add(other);
        });
        table.row("the provider writes a release again", "CLEAN", "AP52", plan -> {
            plan.actions("gh-nix", "update");
            ((ObjectNode) plan.change("gh-nix").path("after_unknown")).put("metadata", true);
        });
    }

    private static void trust(MutationTable table) {
        table.row(
                "the context is not a variable of the stack",
                "UNKNOWN",
                "AP07",
                plan -> ((ObjectNode) plan.root().path("variables")).remove("cluster_context"));
        table.row(
                "a check could not be evaluated",
                "BLOCK",
                "AP12",
                plan -> ((ObjectNode) plan.root().path("checks").get(0)).put("status", "error"));
        table.row(
                "a check is unknown",
                "NO_CHANGES",
                "",
                plan -> ((ObjectNode) plan.root().path("checks").get(0)).put("status", "unknown"));
        table.row(
                "a token in an assignment",
                "BLOCK",
                "AP08 AP35",
                plan -> plan.unset("gh-nix", "githubConfigSecret")
                        .set("gh-nix", "githubConfigSecret.github_token", TOKEN));
        table.row("a token in a sensitive assignment", "BLOCK", "AP08 AP35", plan -> {
            plan.unset("gh-nix", "githubConfigSecret");
            ArrayNode secret = plan.after("gh-nix").putArray("set_sensitive");
            secret.addObject().put("name", "githubConfigSecret.github_token").put("value", TOKEN);
        });
        table.row(
                "a private key of an app",
                "BLOCK",
                "AP08 AP35",
                plan -> plan.unset("gh-nix", "githubConfigSecret")
                        .values(
                                "gh-nix",
                                values -> values.putObject("githubConfigSecret")
                                        .put("github_app_id", "1")
                                        .put("github_app_installation_id", "2")
                                        .put("github_app_private_key", "-----BEGIN RSA PRIVATE KEY-----\nMII\n")));
        table.row(
                "a token by its form in a variable of another name",
                "BLOCK",
                "AP08 AP51",
                plan -> plan.variable("gh-nix", "GREETING", TOKEN));
        table.row(
                "a literal credential of no known form",
                "BLOCK",
                "AP08 AP51",
                plan -> plan.variable("gh-nix", "ATTIC_TOKEN", "hunter2"));
        table.row(
                "a credential by reference",
                "CLEAN",
                "AP51",
                plan -> plan.runner("gh-nix", runner -> {
                    ObjectNode variable =
                            ((ArrayNode) runner.path("env")).addObject().put("name", "ATTIC_TOKEN");
                    variable.putObject("valueFrom")
                            .putObject("secretKeyRef")
                            .put("name", "attic")
                            .put("key", "token");
                }));
        table.row(
                "an address whose name speaks of tokens",
                "CLEAN",
                "AP51",
                plan -> plan.variable("gh-nix", "GF_REAPI_TOKEN_EXCHANGE_ENDPOINT", "http://exchange.nix-cache.svc"));
        table.row("values that are known only after the apply", "UNKNOWN", "AP02 AP03 AP05 AP06 AP08", plan -> {
            plan.actions("gh-nix", "update");
            ((ArrayNode) plan.after("gh-nix").path("values")).removeAll().addNull();
            ((ObjectNode) plan.change("gh-nix").path("after_unknown"))
                    .putArray("values")
                    .add(true);
            plan.after("gh-nix").putNull("version");
            plan.unset("gh-nix", "maxRunners");
        });
        table.row("a maximum that is known only after the apply", "UNKNOWN", "AP05 AP08 AP34", plan -> {
            plan.set("gh-nix", "maxRunners", "9");
            ArrayNode assignments = (ArrayNode) plan.after("gh-nix").path("set");
            ArrayNode unknown = ((ObjectNode) plan.change("gh-nix").path("after_unknown")).putArray("set");
            assignments.forEach(_ -> unknown.addObject());
            ((ObjectNode) unknown.get(assignments.size() - 1)).put("value", true);
            ((ObjectNode) assignments.get(assignments.size() - 1)).putNull("value");
        });
        table.row("values that Helm cannot read", "UNKNOWN", "AP06 AP08 AP34", plan -> {
            plan.actions("gh-nix", "update");
            ((ArrayNode) plan.after("gh-nix").path("values")).removeAll().add("a: [unclosed");
        });
        table.row("a sensitive value changes unseen", "REVIEW", "AP34", plan -> {
            for (String side : List.of("before", "after")) {
                ((ObjectNode) plan.change("gh-nix").path(side))
                        .putArray("set_sensitive")
                        .addObject()
                        .put("name", "template.spec.priorityClassName")
                        .put("value", side);
            }
            plan.actions("gh-nix", "update");
        });
    }

    private static void counts(MutationTable table) {
        table.row("no maximum", "BLOCK", "AP05 AP34", plan -> plan.unset("gh-nix", "maxRunners"));
        table.row("a maximum of null", "BLOCK", "AP05 AP34", plan -> plan.set("gh-nix", "maxRunners", "null"));
        table.row("a maximum of 0", "BLOCK", "AP05 AP29", plan -> plan.set("gh-nix", "maxRunners", "0"));
        table.row("a minimum above the maximum", "BLOCK", "AP05 AP34", plan -> plan.set("gh-nix", "minRunners", "9"));
        table.row(
                "a minimum typed as a string",
                "BLOCK",
                "AP05 AP34",
                plan -> plan.set("gh-nix", "minRunners", "1", "string"));
        table.row(
                "a maximum in quotes in the values",
                "BLOCK",
                "AP05 AP34",
                plan -> plan.unset("gh-nix", "maxRunners").values("gh-nix", values -> values.put("maxRunners", "8")));
        table.row(
                "a maximum with a leading zero", "BLOCK", "AP05 AP34", plan -> plan.set("gh-nix", "maxRunners", "08"));
        table.row(
                "the maximum moves into the values",
                "CLEAN",
                "AP52",
                plan -> plan.unset("gh-nix", "maxRunners").values("gh-nix", values -> values.put("maxRunners", 8)));
        table.row(
                "the maximum is written as 8.0",
                "CLEAN",
                "AP52",
                plan -> plan.unset("gh-nix", "maxRunners").values("gh-nix", values -> values.put("maxRunners", 8.0)));
        table.row(
                "the type is named though it is the usual one",
                "CLEAN",
                "AP52",
                plan -> plan.set("gh-nix", "maxRunners", "8", "auto"));
        table.row(
                "a string is typed as one",
                "CLEAN",
                "AP52",
                plan -> plan.set("gh-nix", "githubConfigSecret", "github-app-secret", "string"));
        table.row("a minimum of 0 is left out", "CLEAN", "AP52", plan -> plan.unset("gh-nix", "minRunners"));
        table.row("the maximum is raised", "REVIEW", "AP34", plan -> plan.set("gh-nix", "maxRunners", "12"));
        table.row("a minimum is set", "REVIEW", "AP34", plan -> plan.set("gh-nix", "minRunners", "2"));
        table.row(
                "a subchart has a maximum of its own",
                "REVIEW",
                "AP34",
                plan -> plan.values(
                        "gh-nix", values -> values.putObject("metrics").put("maxRunners", "3")));
        Consumer<MutatedPlan> eventual = plan -> {
            for (String side : List.of("before", "after")) {
                ArrayNode documents =
                        (ArrayNode) plan.change("arc-controller").path(side).path("values");
                documents.set(0, "{\"flags\": {\"updateStrategy\": \"eventual\", \"logLevel\": \"info\"}}");
            }
            for (String side : List.of("before", "after")) {
                ArrayNode documents =
                        (ArrayNode) plan.change("gh-nix").path(side).path("values");
                documents.add("minRunners: 1");
                plan.change("gh-nix").path(side).path("set").forEach(one -> {
                    if (one.path("name").asText().equals("minRunners")) {
                        ((ObjectNode) one).put("value", "1");
                    }
                });
            }
        };
        table.row("a template changes under eventual updates", "REVIEW", "AP30 AP51", plan -> {
            eventual.accept(plan);
            plan.variable("gh-nix", "EDITOR", "vi");
        });
        table.row("a template changes, no runner is kept", "CLEAN", "AP51", plan -> {
            eventual.accept(plan);
            plan.variable("gh-docker", "EDITOR", "vi");
        });
    }

    private static void identity(MutationTable table) {
        table.row(
                "another address",
                "REVIEW",
                "AP35",
                plan -> plan.set("gh-nix", "githubConfigUrl", "https://github.com/elsewhere"));
        table.row("another secret", "REVIEW", "AP35", plan -> plan.set("gh-nix", "githubConfigSecret", "other"));
        table.row(
                "another service account of the pods",
                "REVIEW",
                "AP35",
                plan -> plan.pod("gh-nix", pod -> pod.put("serviceAccountName", "deployer")));
        table.row(
                "another service account of the controller",
                "REVIEW",
                "AP35",
                plan -> plan.values(
                        "arc-controller",
                        values -> values.putObject("serviceAccount").put("name", "other")));
        table.row(
                "scale set labels on a standing lane",
                "REVIEW",
                "AP23",
                plan -> plan.values(
                        "gh-nix", values -> values.putArray("scaleSetLabels").add("linux")));
        table.row(
                "no scale set labels",
                "CLEAN",
                "AP52",
                plan -> plan.values("gh-nix", values -> values.putArray("scaleSetLabels")));
        table.row(
                "the group is left to its default",
                "CLEAN",
                "AP52",
                plan -> plan.values("gh-nix", values -> values.remove("runnerGroup")));
        table.row(
                "the group is spelled with a capital",
                "CLEAN",
                "AP52",
                plan -> plan.values("gh-nix", values -> values.put("runnerGroup", "Default")));
        table.row(
                "a label outside the taxonomy",
                "REVIEW",
                "AP25 AP38",
                plan -> plan.values("gh-kvm", values -> values.put("runnerScaleSetName", "tinyland-dell-7810")));
        table.row(
                "a label of the taxonomy",
                "REVIEW",
                "AP25",
                plan -> plan.values("gh-kvm", values -> values.put("runnerScaleSetName", "tinyland-docker-kvm")));
        table.row(
                "the label falls back to the release's name",
                "REVIEW",
                "AP25 AP38",
                plan -> plan.values("gh-kvm", values -> values.remove("runnerScaleSetName")));
        table.row(
                "a name that the chart refuses",
                "BLOCK",
                "AP06 AP25 AP38",
                plan -> plan.values(
                        "gh-kvm", values -> values.put("runnerScaleSetName", "tinyland-" + "x".repeat(40))));
        table.row(
                "one label in two groups of one name",
                "BLOCK",
                "AP06 AP25",
                plan -> plan.values(
                        "gh-kvm",
                        values ->
                                values.put("runnerScaleSetName", "tinyland-nix").put("runnerGroup", "DEFAULT")));
        table.row(
                "one label in two groups",
                "REVIEW",
                "AP24 AP25",
                plan -> plan.values(
                        "gh-kvm",
                        values ->
                                values.put("runnerScaleSetName", "tinyland-nix").put("runnerGroup", "other")));
        table.from(
                "restore-cache-attachment-1-add-5-change",
                "a new lane outside the taxonomy",
                "REVIEW",
                "AP38 AP50 AP51 AP53",
                plan -> plan.values("gh-nix-heavy", values -> values.put("runnerScaleSetName", "xoxdwm-runner")));
    }

    private static void pods(MutationTable table) {
        table.row(
                "a pull secret is added",
                "REVIEW",
                "AP22",
                plan -> plan.pod(
                        "gh-nix",
                        pod -> pod.putArray("imagePullSecrets").addObject().put("name", "ghcr-auth")));
        table.row(
                "an empty list of pull secrets",
                "CLEAN",
                "AP52",
                plan -> plan.pod("gh-nix", pod -> pod.putArray("imagePullSecrets")));
        table.row(
                "a null where nothing was",
                "CLEAN",
                "AP52",
                plan -> plan.pod("gh-nix", pod -> pod.putNull("nodeSelector")));
        table.row("a pull secret of a lane that the contract does not know", "REVIEW", "AP37", plan -> {
            for (String side : List.of("before", "after")) {
                ObjectNode release = (ObjectNode) plan.change("gh-kvm").path(side);
                release.put("name", "gh-other");
            }
            ArrayNode before =
                    (ArrayNode) plan.change("gh-other").path("before").path("values");
            before.set(0, before.get(0).textValue().replace("tinyland-kvm", "tinyland-linux"));
            plan.values("gh-other", values -> {
                values.put("runnerScaleSetName", "tinyland-linux");
                ((ObjectNode) values.path("template").path("spec")).remove("imagePullSecrets");
            });
        });
        table.row(
                "a new digest", "REVIEW", "AP26", plan -> plan.runner("gh-nix", runner -> runner.put("image", DIGEST)));
        table.row(
                "the image is left to the chart",
                "REVIEW",
                "AP26",
                plan -> plan.runner("gh-nix", runner -> runner.remove("image")));
        table.row(
                "an init container by a tag",
                "REVIEW",
                "AP26",
                plan -> plan.pod(
                        "gh-nix",
                        pod -> pod.putArray("initContainers")
                                .addObject()
                                .put("name", "prepare")
                                .put("image", "busybox:1")));
        table.row(
                "kubernetes mode with a claim",
                "REVIEW",
                "AP28 AP34",
                plan -> plan.values("gh-nix", values -> {
                    ObjectNode mode = values.putObject("containerMode").put("type", "kubernetes");
                    mode.putObject("kubernetesModeWorkVolumeClaim").put("storageClassName", "x");
                }));
        table.row(
                "a container mode goes",
                "REVIEW",
                "AP28",
                plan -> plan.values("gh-dind", values -> values.remove("containerMode")));
        table.row(
                "a job container is asked for",
                "CLEAN",
                "AP51",
                plan -> plan.variable("gh-nix", "ACTIONS_RUNNER_REQUIRE_JOB_CONTAINER", "false"));
        table.row(
                "a privileged container",
                "BLOCK",
                "AP36",
                plan -> plan.runner(
                        "gh-nix", runner -> runner.putObject("securityContext").put("privileged", true)));
        table.row(
                "a container that is not privileged",
                "REVIEW",
                "AP34",
                plan -> plan.runner(
                        "gh-nix", runner -> runner.putObject("securityContext").put("privileged", false)));
        table.row(
                "a path of the host",
                "BLOCK",
                "AP36",
                plan -> plan.pod(
                        "gh-nix",
                        pod -> pod.putArray("volumes")
                                .addObject()
                                .put("name", "host")
                                .putObject("hostPath")
                                .put("path", "/")));
        table.row(
                "the host's network", "BLOCK", "AP36", plan -> plan.pod("gh-nix", pod -> pod.put("hostNetwork", true)));
        table.row(
                "the host's processes, said by an assignment",
                "BLOCK",
                "AP36",
                plan -> plan.set("gh-nix", "template.spec.hostPID", "true"));
        table.row(
                "a volume of its own",
                "REVIEW",
                "AP34",
                plan -> plan.pod(
                        "gh-nix",
                        pod -> pod.putArray("volumes")
                                .addObject()
                                .put("name", "scratch")
                                .putObject("emptyDir")
                                .put("sizeLimit", "1Gi")));
        table.from(
                "restore-cache-attachment-1-add-5-change",
                "a new lane that is privileged",
                "BLOCK",
                "AP36 AP50 AP51 AP53",
                plan -> plan.runner(
                        "gh-nix-heavy",
                        runner -> runner.putObject("securityContext").put("privileged", true)));
        table.row("a node by name", "REVIEW", "AP32", plan -> plan.pod("gh-nix", pod -> pod.put("nodeName", "bumble")));
        table.row(
                "an allowed node",
                "REVIEW",
                "AP34",
                plan -> plan.pod(
                        "gh-nix", pod -> pod.putObject("nodeSelector").put("kubernetes.io/hostname", "honey")));
        table.row(
                "a node by affinity",
                "REVIEW",
                "AP32",
                plan -> plan.pod("gh-nix", pod -> affinity(pod, "In").add("sting")));
        table.row(
                "a node that is avoided",
                "REVIEW",
                "AP34",
                plan -> plan.pod("gh-nix", pod -> affinity(pod, "NotIn").add("sting")));
        table.row(
                "the listener on a node",
                "REVIEW",
                "AP32",
                plan -> plan.values(
                        "gh-nix",
                        values -> values.putObject("listenerTemplate")
                                .putObject("spec")
                                .putObject("nodeSelector")
                                .put("kubernetes.io/hostname", "sting")));
        table.row(
                "the controller on a node",
                "REVIEW",
                "AP32",
                plan -> plan.values(
                        "arc-controller",
                        values -> values.putObject("nodeSelector").put("kubernetes.io/hostname", "sting")));
        table.row(
                "an executor that goes",
                "REVIEW",
                "AP20",
                plan -> plan.variableBefore("gh-nix", "BAZEL_REMOTE_EXECUTOR", "grpc://e"));
        table.from(
                "attachment-lost",
                "the caches are lost and another variable comes",
                "REVIEW",
                "AP20 AP51",
                plan -> plan.variable("gh-nix", "EDITOR", "vi"));
        table.row(
                "more memory",
                "REVIEW",
                "AP34",
                plan -> plan.runner(
                        "gh-nix",
                        runner -> ((ObjectNode) runner.path("resources").path("limits")).put("memory", "16Gi")));
        table.row(
                "first limits",
                "CLEAN",
                "AP51",
                plan -> plan.runner(
                        "gh-kvm",
                        runner -> runner.putObject("resources")
                                .putObject("limits")
                                .put("memory", "4Gi")));
    }

    private static ArrayNode affinity(ObjectNode pod, String operator) {
        ObjectNode expression = pod.putObject("affinity")
                .putObject("nodeAffinity")
                .putObject("requiredDuringSchedulingIgnoredDuringExecution")
                .putArray("nodeSelectorTerms")
                .addObject()
                .putArray("matchExpressions")
                .addObject();
        return expression
                .put("key", "kubernetes.io/hostname")
                .put("operator", operator)
                .putArray("values");
    }

    private static void versions(MutationTable table) {
        table.row(
                "everything to the next minor",
                "REVIEW",
                "AP27",
                plan -> List.of("arc-controller", "gh-nix", "gh-docker", "gh-dind", "gh-kvm")
                        .forEach(release -> plan.attribute(release, "version", TextNode.valueOf("0.15.0"))));
        table.row(
                "the controller alone to the next minor",
                "BLOCK",
                "AP03 AP27",
                plan -> plan.attribute("arc-controller", "version", TextNode.valueOf("0.15.0")));
        table.row(
                "one lane alone to the next minor",
                "BLOCK",
                "AP03 AP27",
                plan -> plan.attribute("gh-nix", "version", TextNode.valueOf("0.15.0")));
        table.row(
                "one lane alone to the next patch",
                "CLEAN",
                "AP54",
                plan -> plan.attribute("gh-nix", "version", TextNode.valueOf("0.14.2")));
        table.row(
                "a pre-release of what stands",
                "BLOCK",
                "AP02",
                plan -> plan.attribute("gh-nix", "version", TextNode.valueOf("0.14.0-rc.1")));
        table.row(
                "a version left to the repository",
                "UNKNOWN",
                "AP02 AP03",
                plan -> plan.attribute("gh-nix", "version", JSON.nullNode()));
        table.row(
                "a plan without the controller",
                "UNKNOWN",
                "AP03 AP11",
                plan -> ((ArrayNode) plan.root().path("resource_changes")).remove(0));
        table.row(
                "live values are merged in",
                "REVIEW",
                "AP34",
                plan -> plan.attribute("gh-nix", "reuse_values", BooleanNode.TRUE));
        table.row(
                "another time limit",
                "REVIEW",
                "AP34",
                plan -> plan.attribute("gh-nix", "timeout", IntNode.valueOf(900)));
        table.row(
                "another address of the same chart",
                "REVIEW",
                "AP34",
                plan -> plan.attribute(
                                "gh-nix",
                                "chart",
                                TextNode.valueOf("oci://registry.example/charts/gha-runner-scale-set"))
                        .attribute("gh-nix", "repository", JSON.nullNode()));
    }

    private static void spelling(MutationTable table) {
        table.row("the assignments in another order", "CLEAN", "AP52", plan -> {
            ArrayNode assignments = (ArrayNode) plan.after("gh-nix").path("set");
            assignments.add(assignments.remove(0));
            plan.actions("gh-nix", "update");
        });
        table.row(
                "the environment in another order",
                "CLEAN",
                "AP52",
                plan -> plan.variableBefore("gh-nix", "EDITOR", "vi").variable("gh-nix", "EDITOR", "vi"));
        table.row(
                "a second document that says the same",
                "CLEAN",
                "AP52",
                plan -> plan.document("gh-nix", "runnerGroup: default\n"));
        table.row(
                "a second document that says otherwise",
                "REVIEW",
                "AP24",
                plan -> plan.document("gh-nix", "runnerGroup: restricted\n"));
        table.row("a document before the one that decides", "CLEAN", "AP52", plan -> {
            ((ArrayNode) plan.after("gh-nix").path("values")).insert(0, "runnerGroup: restricted\n");
            plan.actions("gh-nix", "update");
        });
        table.row(
                "an assignment that overrides the values",
                "REVIEW",
                "AP24",
                plan -> plan.set("gh-nix", "runnerGroup", "restricted"));
        table.row("empty blocks in place of none", "CLEAN", "AP52", plan -> {
            ObjectNode after = plan.after("gh-nix");
            if (plan.blocks()) {
                after.putNull("set_list").putNull("set_sensitive").putNull("postrender");
            } else {
                after.putArray("set_list");
                after.putArray("set_sensitive");
            }
            plan.actions("gh-nix", "update");
        });
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void aChangedPlanIsJudgedForWhatItDoes(MutationTable.Mutation mutation) {
        mutation.judge(TOKEN, "hunter2");
    }

    @Test
    void everyRuleOfTheListIsReached() {
        Set<String> reached = new TreeSet<>(RealPlanTests.rulesOfTheRealPlans());
        mutations().forEach(mutation -> reached.addAll(mutation.rules()));
        Set<String> all =
                new TreeSet<>(PlanRules.all().stream().map(PlanRule::id).toList());
        all.removeAll(Set.of("AP13", "AP33", "AP40")); // they rest on what the caller gives
        all.removeAll(reached);
        assertEquals(Set.of(), all);
    }
}
