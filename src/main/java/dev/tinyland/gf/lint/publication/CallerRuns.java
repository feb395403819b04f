package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.expression.Template;
import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.expression.Value;
import dev.tinyland.gf.expression.Values;
import dev.tinyland.gf.lint.model.Caller;
import dev.tinyland.gf.lint.model.Input;
import dev.tinyland.gf.lint.model.Project;
import dev.tinyland.gf.lint.model.ReusableCall;
import dev.tinyland.gf.lint.model.Trigger;
import dev.tinyland.gf.lint.model.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The runs of a reusable workflow that the workflows of the same root start. */
final class CallerRuns {
    private final Contract contract;
    private final Project project;
    private final String defaultBranch;

    CallerRuns(Contract contract, Project project, String defaultBranch) {
        this.contract = contract;
        this.project = project;
        this.defaultBranch = defaultBranch;
    }

    /** A run with the inputs it gives. */
    record Run(Scenario scenario, Map<String, Value> inputs) {}

    List<Run> of(Workflow called) {
        List<Run> runs = new ArrayList<>();
        List<Input> declared =
                called.trigger("workflow_call").map(Trigger::inputs).orElse(List.of());
        for (Caller caller : project.callers(called.file().path())) {
            if (caller instanceof Caller.CallingJob job) {
                runs.addAll(of(job, declared));
            }
        }
        return runs;
    }

    private List<Run> of(Caller.CallingJob caller, List<Input> declared) {
        Workflow workflow = caller.workflow();
        String tokenVariable = contract.attic().tokenVariable();
        Set<String> tokenSecrets = TokenSecrets.of(workflow, tokenVariable);
        Reach reach = new Reach(tokenVariable, tokenSecrets);
        StepRun with = new StepRun(
                Optional.empty(), List.of(), Placements.variables(caller.call().with()), Optional.empty());
        Placement placement = new Placement(
                Placements.variables(workflow.env()),
                Optional.empty(),
                Optional.of(Placements.job(workflow, caller.job())),
                List.of(with));
        boolean passesToken = passesToken(caller.call(), tokenSecrets);
        List<Run> runs = new ArrayList<>();
        List<Event> events = new ArrayList<>(Placements.events(workflow));
        for (Scenario scenario : new Scenarios(defaultBranch, Set.of()).of(events)) {
            if (scenario.token() && !passesToken) {
                continue;
            }
            Map<String, Value> inputs = new LinkedHashMap<>(Placements.defaults(declared));
            Reach.Result result = reach.at(placement, scenario, (evaluator, given) -> {
                given.forEach((name, value) -> inputs.put(name, typed(name, value, declared)));
                return Values.TRUE;
            });
            if (result.gates() != Truth.FALSE) {
                runs.add(new Run(result.gates() == Truth.TRUE ? scenario : scenario.uncertain(), inputs));
            }
        }
        return runs;
    }

    /** A boolean input is a boolean, however the caller wrote it. */
    private static Value typed(String name, Value value, List<Input> declared) {
        boolean isBoolean = declared.stream()
                .filter(input -> input.name().equalsIgnoreCase(name))
                .anyMatch(input ->
                        input.type().map(type -> type.value().equals("boolean")).orElse(false));
        return isBoolean && value instanceof Value.Text text
                ? Value.of(text.value().equals("true"))
                : value;
    }

    private static boolean passesToken(ReusableCall call, Set<String> tokenSecrets) {
        return call.inheritsSecrets()
                || call.secrets().entries().stream()
                        .anyMatch(secret -> TokenSecrets.secretsIn(
                                        Template.parse(secret.value().content()))
                                .stream()
                                .anyMatch(tokenSecrets::contains));
    }
}
