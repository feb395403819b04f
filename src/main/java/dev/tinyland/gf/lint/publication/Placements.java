package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Condition;
import dev.tinyland.gf.expression.Evaluator;
import dev.tinyland.gf.expression.Template;
import dev.tinyland.gf.expression.Value;
import dev.tinyland.gf.expression.Values;
import dev.tinyland.gf.lint.model.Input;
import dev.tinyland.gf.lint.model.Job;
import dev.tinyland.gf.lint.model.Settings;
import dev.tinyland.gf.lint.model.Step;
import dev.tinyland.gf.lint.model.Strategy;
import dev.tinyland.gf.lint.model.Trigger;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.yaml.CoreType;
import dev.tinyland.gf.yaml.YamlEntry;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns jobs, steps and events of the model into what reaching them depends on. */
final class Placements {
    private static final int MOST_COPIES = 64;

    private Placements() {}

    static List<Event> events(Workflow workflow) {
        return workflow.triggers().stream().map(Placements::event).toList();
    }

    private static Event event(Trigger trigger) {
        return new Event(
                trigger.event(),
                filter(trigger.branches()),
                filter(trigger.branchesIgnore()),
                filter(trigger.tags()),
                filter(trigger.tagsIgnore()));
    }

    private static Optional<RefFilter> filter(List<YamlScalar> patterns) {
        return patterns.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RefFilter(patterns.stream().map(YamlScalar::value).toList()));
    }

    static List<Variable> variables(Settings settings) {
        return settings.entries().stream()
                .map(setting -> new Variable(
                        setting.name(), Template.parse(setting.value().content())))
                .toList();
    }

    static JobRun job(Workflow workflow, Job job) {
        return job(workflow, job, new LinkedHashSet<>());
    }

    private static JobRun job(Workflow workflow, Job job, Set<String> open) {
        List<JobRun> needs = new ArrayList<>();
        if (open.add(job.id().toLowerCase(Locale.ROOT))) {
            for (YamlScalar needed : job.needs()) {
                workflow.job(needed.value()).ifPresent(other -> needs.add(job(workflow, other, open)));
            }
            open.remove(job.id().toLowerCase(Locale.ROOT));
        }
        return new JobRun(
                job.id(),
                job.condition().map(YamlScalar::content).map(Condition::parse),
                needs,
                variables(job.env()),
                job.strategy().map(Placements::copies).orElse(List.of(Map.of())));
    }

    static StepRun step(Step step, Optional<Map<String, Value>> inputs) {
        return new StepRun(
                step.condition().map(YamlScalar::content).map(Condition::parse),
                variables(step.env()),
                variables(step.with()),
                inputs);
    }

    /** Inputs by name with their defaults, evaluated without any context. */
    static Map<String, Value> defaults(List<Input> inputs) {
        Map<String, Value> values = new LinkedHashMap<>();
        Evaluator nothing = new Evaluator(Map.of(), Map.of());
        for (Input input : inputs) {
            values.put(
                    input.name(),
                    input.defaultValue()
                            .<Value>map(value -> isText(input)
                                    ? Template.parse(value.content()).evaluate(nothing)
                                    : scalar(value))
                            .orElse(Values.EMPTY_TEXT));
        }
        return values;
    }

    /** Inputs of actions are texts; those of workflows have the type they declare. */
    private static boolean isText(Input input) {
        String type = input.type().map(YamlScalar::value).orElse("string");
        return !type.equals("boolean") && !type.equals("number");
    }

    /** The copies a matrix makes; empty where an expression makes it. */
    private static List<Map<String, Value>> copies(Strategy strategy) {
        boolean made = strategy.matrix().isPresent()
                || strategy.includeExpression().isPresent()
                || strategy.axes().stream().anyMatch(axis -> axis.expression().isPresent());
        if (made) {
            return List.of();
        }
        List<Map<String, Value>> copies = new ArrayList<>();
        copies.add(Map.of());
        for (Strategy.Axis axis : strategy.axes()) {
            List<Map<String, Value>> longer = new ArrayList<>();
            for (Map<String, Value> copy : copies) {
                for (YamlNode value : axis.values()) {
                    Map<String, Value> next = new LinkedHashMap<>(copy);
                    next.put(axis.name(), value(value));
                    longer.add(next);
                }
            }
            copies = longer;
            if (copies.size() > MOST_COPIES) {
                return List.of();
            }
        }
        for (YamlMapping exclude : strategy.excludes()) {
            copies.removeIf(copy -> exclude.entries().stream()
                    .allMatch(entry ->
                            value(entry.value()).equals(copy.get(entry.key().value()))));
        }
        for (YamlMapping include : strategy.includes()) {
            include(copies, include, !strategy.axes().isEmpty());
        }
        return copies;
    }

    /** Adds to the copies it fits, and makes a copy of its own where it fits none. */
    private static void include(List<Map<String, Value>> copies, YamlMapping include, boolean hasAxes) {
        Map<String, Value> added = new LinkedHashMap<>();
        for (YamlEntry entry : include.entries()) {
            added.put(entry.key().value(), value(entry.value()));
        }
        boolean fits = false;
        for (int i = 0; hasAxes && i < copies.size(); i++) {
            Map<String, Value> copy = copies.get(i);
            if (added.entrySet().stream()
                    .allMatch(entry -> entry.getValue().equals(copy.getOrDefault(entry.getKey(), entry.getValue())))) {
                Map<String, Value> joined = new LinkedHashMap<>(copy);
                joined.putAll(added);
                copies.set(i, joined);
                fits = true;
            }
        }
        if (!fits) {
            copies.add(added);
        }
    }

    private static Value value(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> scalar(scalar);
            case YamlSequence sequence ->
                Value.Array.of(sequence.items().stream().map(Placements::value).toList());
            case YamlMapping mapping -> {
                Map<String, Value> entries = new LinkedHashMap<>();
                mapping.entries().forEach(entry -> entries.put(entry.key().value(), value(entry.value())));
                yield Value.Mapping.of(entries);
            }
        };
    }

    private static Value scalar(YamlScalar scalar) {
        String text = scalar.value();
        if (text.contains("${{")) {
            return Value.Unknown.at(text.strip());
        }
        if (scalar.type() == CoreType.BOOLEAN) {
            return Value.of(text.equalsIgnoreCase("true"));
        }
        return scalar.type() == CoreType.NULL ? Values.NULL : Value.of(text);
    }
}
