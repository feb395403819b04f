package dev.tinyland.gf.lint.rules;

import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.ActionReader;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.model.WorkflowReader;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.CoreType;
import dev.tinyland.gf.yaml.ScalarStyle;
import dev.tinyland.gf.yaml.YamlEntry;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Completes what a page shows of a workflow: a step, a list of steps, a job. What is left out is what readers put the
 * example into, so an example without {@code on:} runs on everything people use.
 */
final class ExampleWorkflows {
    private static final List<String> USUAL_EVENTS = List.of("push", "pull_request", "workflow_dispatch");

    private final SourceFile file;
    private final YamlNode root;

    ExampleWorkflows(SourceFile file, YamlNode root) {
        this.file = file;
        this.root = root;
    }

    /** The action this is, when it describes one. */
    Optional<ActionFile> action() {
        return root instanceof YamlMapping mapping && mapping.get("runs").isPresent()
                ? Optional.of(ActionReader.read(file, mapping))
                : Optional.empty();
    }

    /** The workflow this is or belongs into; empty for YAML of another kind. */
    Optional<Workflow> workflow() {
        return whole().map(whole -> WorkflowReader.read(file, whole));
    }

    private Optional<YamlMapping> whole() {
        return switch (root) {
            case YamlMapping mapping
            when mapping.get("jobs").isPresent() ->
                Optional.of(
                        mapping.get("on").isPresent()
                                ? mapping
                                : new YamlMapping(with(events(), mapping), root.span()));
            case YamlMapping mapping when isSteps(mapping.get("steps")) -> Optional.of(ofJobs(job(mapping)));
            case YamlMapping mapping
            when isStep(mapping) -> Optional.of(ofJobs(job(ofSteps(new YamlSequence(List.of(mapping), root.span())))));
            case YamlMapping mapping when hasJobs(mapping) -> Optional.of(ofJobs(mapping));
            case YamlMapping _ -> Optional.empty();
            case YamlSequence sequence
            when isSteps(Optional.of(sequence)) -> Optional.of(ofJobs(job(ofSteps(sequence))));
            case YamlSequence _ -> Optional.empty();
            case YamlScalar _ -> Optional.empty();
        };
    }

    private static boolean isStep(YamlNode node) {
        return node instanceof YamlMapping mapping
                && (mapping.get("uses").isPresent() || mapping.get("run").isPresent());
    }

    private static boolean isSteps(Optional<YamlNode> node) {
        return node.isPresent()
                && node.get() instanceof YamlSequence sequence
                && sequence.items().stream().anyMatch(ExampleWorkflows::isStep);
    }

    private static boolean hasJobs(YamlMapping mapping) {
        return mapping.entries().stream()
                .anyMatch(entry ->
                        entry.value() instanceof YamlMapping job && (isSteps(job.get("steps")) || isCall(job)));
    }

    private static boolean isCall(YamlMapping job) {
        return job.get("uses").isPresent();
    }

    private YamlMapping ofSteps(YamlSequence steps) {
        return mapping(new YamlEntry(scalar("steps"), steps));
    }

    private YamlMapping job(YamlMapping body) {
        return mapping(new YamlEntry(scalar("example"), body));
    }

    private YamlMapping ofJobs(YamlMapping jobs) {
        return mapping(events(), new YamlEntry(scalar("jobs"), jobs));
    }

    private YamlEntry events() {
        List<YamlNode> names = new ArrayList<>();
        USUAL_EVENTS.forEach(name -> names.add(scalar(name)));
        return new YamlEntry(scalar("on"), new YamlSequence(names, root.span()));
    }

    private static List<YamlEntry> with(YamlEntry first, YamlMapping rest) {
        List<YamlEntry> all = new ArrayList<>();
        all.add(first);
        all.addAll(rest.entries());
        return all;
    }

    private YamlMapping mapping(YamlEntry... entries) {
        return new YamlMapping(List.of(entries), root.span());
    }

    /** A word that is not in the file; it stands where the example begins. */
    private YamlScalar scalar(String word) {
        int[] offsets = new int[word.length() + 1];
        Arrays.fill(offsets, root.span().start());
        return YamlScalar.of(Fragment.decoded(file, word, offsets), ScalarStyle.PLAIN, CoreType.STRING, root.span());
    }
}
