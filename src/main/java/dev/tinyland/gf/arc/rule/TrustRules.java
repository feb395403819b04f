package dev.tinyland.gf.arc.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.helm.HelmReleaseReader;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.secret.SecretWords;
import dev.tinyland.gf.tofu.plan.PlanCheck;
import dev.tinyland.gf.tofu.plan.PlannedAction;
import dev.tinyland.gf.tofu.plan.ResourceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the plan is whole, about the right cluster, and free of credentials. */
final class TrustRules {
    private static final Set<String> INLINE_KEYS = Set.of("github_token", "github_app_private_key");

    private TrustRules() {}

    /** AP04. */
    static PlanRule whole() {
        return PlanWide.of("AP04", "the plan is complete and understood", true, (plan, _) -> {
            List<Outcome> outcomes = new ArrayList<>();
            if (plan.plan().errored()) {
                outcomes.add(broken("the plan", "planning failed and what is here is only a part of it"));
            }
            for (ResourceChange change : plan.plan().resourceChanges()) {
                if (change.action() == PlannedAction.UNKNOWN) {
                    outcomes.add(broken(
                            change.address(),
                            "an action that is not known here: "
                                    + change.change().actionWords()));
                }
                if (change.deposed().isPresent()) {
                    outcomes.add(broken(change.address(), "a deposed object is left over from a failed replacement"));
                }
            }
            return outcomes;
        });
    }

    private static Outcome broken(String subject, String observed) {
        return Outcome.found(
                "AP04",
                Level.BLOCK,
                subject,
                Set.of(subject),
                observed,
                "nobody can say what an apply would do",
                "plan again and read OpenTofu's errors");
    }

    /** AP07: judges whether anything changes or not. */
    static PlanRule cluster() {
        return PlanWide.of("AP07", "the plan is for the contract's cluster", true, (plan, context) -> {
            String context0 = context.contract().cluster().context();
            String variable = context.contract().cluster().contextVariable();
            Optional<String> planned = plan.plan().variable(variable);
            if (planned.isEmpty()) {
                return List.of(new Outcome.Undecided(
                        variable,
                        "the plan does not say which cluster context it was made for",
                        "declare the variable " + variable + " in the stack and plan again"));
            }
            return planned.get().equals(context0)
                    ? List.of()
                    : List.of(Outcome.found(
                            "AP07",
                            Level.BLOCK,
                            variable,
                            Set.of(variable),
                            "the plan was made for the context " + planned.get() + ", not " + context0,
                            "the runners live on " + context0 + " only ("
                                    + context.contract().decisions().deploymentAuthority() + ")",
                            "plan again with " + variable + " = " + context0));
        });
    }

    /** AP08: judges every release after the apply; whoever reads the state or the release reads the credential. */
    static PlanRule inlineCredential() {
        return PlanWide.of("AP08", "no credential stands in values", true, (plan, _) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (PlannedRelease release : plan.releases()) {
                release.after().ifPresent(after -> {
                    List<String> paths = new ArrayList<>();
                    search("", after.values().tree(), paths);
                    paths.forEach(path -> outcomes.add(Outcome.found(
                            "AP08",
                            Level.BLOCK,
                            release.subject(),
                            PathRule.aliases(release),
                            "a credential stands in the values, at " + path,
                            "whoever reads the plan, the state or the Helm release has it; set_sensitive hides it from"
                                    + " the terminal only",
                            "revoke it, put a new one into a Kubernetes secret and name that secret")));
                    if (paths.isEmpty() && after.values().unknown()) {
                        outcomes.add(hidden(release));
                    }
                });
            }
            return outcomes;
        });
    }

    private static Outcome hidden(PlannedRelease release) {
        return new Outcome.Undecided(
                release.subject(),
                "part of the values is known only after the apply, or cannot be read as Helm reads it",
                "give the values as literals or from inputs, and plan again");
    }

    private static void search(String path, JsonNode node, List<String> found) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                String inner = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                boolean named = INLINE_KEYS.contains(entry.getKey())
                        && entry.getValue().isTextual()
                        && !entry.getValue().textValue().isBlank()
                        && !entry.getValue().textValue().equals(HelmReleaseReader.UNKNOWN);
                if (named) {
                    found.add(inner);
                } else {
                    search(inner, entry.getValue(), found);
                }
            });
            if (isLiteralCredential(node)) {
                found.add(path + ".value");
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                search(path + "[" + i + "]", node.get(i), found);
            }
        } else if (node.isTextual() && SecretWords.looksSecret(node.textValue())) {
            found.add(path);
        }
    }

    /** An environment variable, or anything of its form, that is named as a credential and has a literal value. */
    private static boolean isLiteralCredential(JsonNode node) {
        String value = node.path("value").asText("");
        return SecretWords.variableSecret(node.path("name").asText(""))
                && !value.isBlank()
                && !value.startsWith("$(")
                && !value.equals(HelmReleaseReader.UNKNOWN)
                && !SecretWords.looksSecret(value);
    }

    /** AP11: the plan does not speak of everything there is. */
    static PlanRule partial() {
        return PlanWide.of("AP11", "the plan covers the whole stack", true, (plan, context) -> {
            List<String> signs = new ArrayList<>();
            if (context.scope().refresh().filter(done -> !done).isPresent()) {
                signs.add("it was made without refreshing the state");
            }
            context.scope()
                    .limits()
                    .filter(targets -> !targets.isEmpty())
                    .ifPresent(targets -> signs.add("it was limited to, or by, " + String.join(" ", targets)));
            Set<String> absent = plan.plan().unmentioned();
            if (!absent.isEmpty()) {
                signs.add("it does not speak of " + absent.size() + " managed resources of the state, such as "
                        + absent.iterator().next());
            }
            if (!plan.plan().configuredOutputs().isEmpty()
                    && plan.plan().outputChanges().isEmpty()) {
                signs.add("it does not speak of the outputs that the stack declares");
            }
            return signs.stream()
                    .map(sign -> (Outcome) Outcome.found(
                            "AP11",
                            context.strict() ? Level.BLOCK : Level.REVIEW,
                            "the plan",
                            Set.of("plan"),
                            sign,
                            "what it leaves out may change all the same at the next full plan",
                            "plan again without -target, -exclude and -refresh=false"))
                    .toList();
        });
    }

    /** AP12: a failed check block leaves the exit code of {@code tofu plan} alone. */
    static PlanRule checks() {
        return PlanWide.of(
                "AP12",
                "the stack's own checks pass",
                true,
                (plan, _) -> plan.plan().checks().stream()
                        .filter(PlanCheck::failed)
                        .map(TrustRules::failedCheck)
                        .toList());
    }

    private static Outcome failedCheck(PlanCheck check) {
        return Outcome.found(
                "AP12",
                Level.BLOCK,
                check.address(),
                Set.of(check.address()),
                "the check " + (check.status().equals("fail") ? "failed" : "could not be evaluated"),
                "OpenTofu only warns of it, and plans all the same",
                "read the check's message in the text of the plan");
    }
}
