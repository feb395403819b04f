package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Condition;
import dev.tinyland.gf.expression.Evaluator;
import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.expression.Value;
import dev.tinyland.gf.expression.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a run reaches a place, and with which values. The best of all ways counts: after success, after a failure
 * and after a cancellation, for each copy of a matrix.
 */
public final class Reach {
    private final String tokenVariable;
    private final Set<String> tokenSecrets;

    /**
     * @param tokenVariable the environment variable that carries the write token
     * @param tokenSecrets the secrets it is taken from in this file
     */
    public Reach(String tokenVariable, Set<String> tokenSecrets) {
        this.tokenVariable = tokenVariable;
        this.tokenSecrets = Set.copyOf(tokenSecrets);
    }

    /**
     * What a run comes to at a place.
     *
     * @param gates whether the conditions on the way let it through
     * @param control whether what stands there publishes once it is reached
     * @param origins what keeps either from being known
     */
    public record Result(Truth gates, Truth control, Set<String> origins) {

        public Truth pushes() {
            return gates.and(control);
        }
    }

    /** Decides, with the values of one way to a place, whether what stands there publishes. */
    @FunctionalInterface
    public interface Control {
        Value publishes(Evaluator evaluator, Map<String, Value> with);
    }

    public Result at(Placement placement, Scenario scenario, Control control) {
        boolean asksForStatus = placement.conditions().stream().anyMatch(Condition::namesStatus);
        List<Status> outcomes = asksForStatus ? List.of(Status.values()) : List.of(Status.SUCCESS);
        List<Map<String, Value>> copies = placement.job().map(JobRun::matrix).orElse(List.of(Map.of()));
        Result best = null;
        for (Status status : outcomes) {
            for (Map<String, Value> copy : copies.isEmpty() ? List.of(Map.<String, Value>of()) : copies) {
                Way way = new Way(placement, scenario, status, copies.isEmpty() ? Optional.empty() : Optional.of(copy));
                Result result = way.walk(control);
                best = best == null || result.pushes().compareTo(best.pushes()) > 0 ? result : best;
            }
        }
        return best == null ? new Result(Truth.UNKNOWN, Truth.UNKNOWN, Set.of()) : best;
    }

    /** One way to a place. */
    private final class Way {
        private final Placement placement;
        private final Scenario scenario;
        private final Status status;
        private final Optional<Map<String, Value>> matrix;
        private final Map<String, Value> environment = new LinkedHashMap<>();
        private final Set<String> origins = new TreeSet<>();
        private Map<String, Value> inputs;
        private Value needs = Value.Unknown.at("needs");

        Way(Placement placement, Scenario scenario, Status status, Optional<Map<String, Value>> matrix) {
            this.placement = placement;
            this.scenario = scenario;
            this.status = status;
            this.matrix = matrix;
            this.inputs = placement.inputs().orElse(Map.of());
        }

        Result walk(Control control) {
            Truth gates = Truth.TRUE;
            boolean fileLevel = true;
            take(placement.workflowEnvironment(), true);
            if (placement.job().isPresent()) {
                JobRun job = placement.job().get();
                gates = job(job, new TreeSet<>());
                take(job.environment(), true);
            }
            Map<String, Value> with = Map.of();
            for (StepRun step : placement.steps()) {
                if (step.inputs().isPresent()) {
                    Map<String, Value> given = new LinkedHashMap<>(step.inputs().get());
                    given.putAll(with);
                    inputs = given;
                    fileLevel = false;
                }
                take(step.environment(), fileLevel);
                Evaluator evaluator = evaluator(fileLevel, status.functions());
                gates = gates.and(condition(step.condition(), evaluator));
                with = values(step.with(), evaluator);
            }
            Value publishes = control.publishes(evaluator(fileLevel, status.functions()), with);
            origins.addAll(publishes.origins());
            Truth decided = Evaluator.truth(publishes);
            return new Result(scenario.certain() ? gates : gates.and(Truth.UNKNOWN), decided, Set.copyOf(origins));
        }

        private Truth job(JobRun job, Set<String> open) {
            if (!open.add(job.id())) {
                return Truth.UNKNOWN;
            }
            Truth before = Truth.TRUE;
            Map<String, Value> results = new LinkedHashMap<>();
            for (JobRun needed : job.needs()) {
                Truth reached = job(needed, open);
                before = before.and(reached);
                results.put(
                        needed.id(),
                        Value.Mapping.open("needs." + needed.id(), Map.of("result", result(needed, reached))));
            }
            open.remove(job.id());
            needs = Value.Mapping.of(results);
            Map<String, Value> functions = new LinkedHashMap<>(status.functions());
            if (before != Truth.TRUE) {
                functions.put("success", before == Truth.FALSE ? Values.FALSE : Value.Unknown.bool(Set.of("needs")));
            }
            Evaluator evaluator = evaluator(true, functions);
            return job.condition().isPresent() ? condition(job.condition(), evaluator) : before;
        }

        private Value result(JobRun needed, Truth reached) {
            return switch (reached) {
                case TRUE -> Value.of(status.result());
                case FALSE -> Value.of("skipped");
                case UNKNOWN -> Value.Unknown.at("needs." + needed.id() + ".result");
            };
        }

        private Truth condition(Optional<Condition> condition, Evaluator evaluator) {
            if (condition.isEmpty()) {
                return Truth.of(status == Status.SUCCESS);
            }
            Value value = condition.get().evaluate(evaluator);
            origins.addAll(value.origins());
            return Evaluator.truth(value);
        }

        private void take(List<Variable> variables, boolean fileLevel) {
            Map<String, Value> taken = values(variables, evaluator(fileLevel, status.functions()));
            environment.putAll(taken);
        }

        private Map<String, Value> values(List<Variable> variables, Evaluator evaluator) {
            Map<String, Value> values = new LinkedHashMap<>();
            for (Variable variable : variables) {
                values.put(variable.name(), variable.value().evaluate(evaluator));
            }
            return values;
        }

        private Evaluator evaluator(boolean fileLevel, Map<String, Value> functions) {
            Map<String, Value> contexts = new LinkedHashMap<>();
            contexts.put("github", scenario.github());
            contexts.put("secrets", fileLevel ? secrets() : Value.Mapping.of(Map.of()));
            contexts.put("env", Value.Mapping.openCaseSensitive("env", withToken()));
            contexts.put("needs", needs);
            matrix.ifPresent(copy -> contexts.put("matrix", Value.Mapping.of(copy)));
            contexts.put("inputs", inputs(fileLevel));
            return new Evaluator(contexts, functions);
        }

        private Value inputs(boolean fileLevel) {
            boolean fromOutside = scenario.event().equals("workflow_dispatch")
                    || placement.job().isEmpty();
            return (fileLevel && placement.inputs().isEmpty() && fromOutside)
                    ? Value.Mapping.open("inputs", inputs)
                    : Value.Mapping.of(inputs);
        }

        /** Whatever writes the token, without one it is empty; that it is there nobody says where the file sets none. */
        private Map<String, Value> withToken() {
            Map<String, Value> known = new LinkedHashMap<>(environment);
            if (!known.containsKey(tokenVariable)) {
                known.put(
                        tokenVariable,
                        scenario.token() ? Value.Unknown.text(Set.of("env." + tokenVariable)) : Values.EMPTY_TEXT);
            }
            return known;
        }

        private Value secrets() {
            Map<String, Value> known = new LinkedHashMap<>();
            known.put("GITHUB_TOKEN", Value.Unknown.presentText(Set.of("secrets.GITHUB_TOKEN")));
            for (String secret : tokenSecrets) {
                known.put(
                        secret,
                        scenario.token() ? Value.Unknown.presentText(Set.of("secrets." + secret)) : Values.EMPTY_TEXT);
            }
            return Value.Mapping.open("secrets", known);
        }
    }

    /** How what ran before ended. */
    private enum Status {
        SUCCESS,
        FAILURE,
        CANCELLED;

        String result() {
            return name().toLowerCase(Locale.ROOT);
        }

        Map<String, Value> functions() {
            return Map.of(
                    "success", Value.of(this == SUCCESS),
                    "failure", Value.of(this == FAILURE),
                    "always", Values.TRUE,
                    "cancelled", Value.of(this == CANCELLED));
        }
    }
}
