package dev.tinyland.gf.lint.pipeline;

import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlResult;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The jobs of one file of GitLab CI, with what they extend in it. */
public final class PipelineJobs {
    private final Map<String, YamlMapping> jobs = new LinkedHashMap<>();
    private Optional<YamlNode> pipelineRules = Optional.empty();

    public PipelineJobs(YamlResult.Parsed file) {
        for (YamlNode document : file.documents()) {
            if (document instanceof YamlMapping mapping) {
                mapping.entries().forEach(entry -> {
                    if (entry.value() instanceof YamlMapping job) {
                        jobs.put(entry.key().value(), job);
                    }
                });
                mapping.get("workflow")
                        .flatMap(workflow ->
                                workflow instanceof YamlMapping known ? known.get("rules") : Optional.empty())
                        .ifPresent(rules -> pipelineRules = Optional.of(rules));
            }
        }
    }

    /**
     * Whether a run has a job. A job with a dot before its name runs as those that extend it; where none does here, other
     * files may extend it and nothing is certain. What stands above all jobs is part of some that are not known.
     */
    public Truth runs(String job, PipelineRun run) {
        if (!jobs.containsKey(job) || job.equals("default")) {
            return Truth.UNKNOWN;
        }
        if (!job.startsWith(".")) {
            return alone(job, run);
        }
        Truth truth = Truth.FALSE;
        boolean extended = false;
        for (String other : jobs.keySet()) {
            if (!other.startsWith(".") && chain(other).contains(job)) {
                truth = truth.or(alone(other, run));
                extended = true;
            }
        }
        if (extended) {
            return truth;
        }
        return alone(job, run) == Truth.FALSE ? Truth.FALSE : Truth.UNKNOWN;
    }

    private Truth alone(String job, PipelineRun run) {
        Truth ofPipeline = pipelineRules.map(rules -> rules(rules, run)).orElse(Truth.TRUE);
        return ofPipeline.and(ofJob(job, run));
    }

    private Truth ofJob(String job, PipelineRun run) {
        boolean complete = true;
        for (String name : chain(job)) {
            YamlMapping mapping = jobs.get(name);
            if (mapping == null) {
                complete = false;
                continue;
            }
            Optional<YamlNode> rules = mapping.get("rules");
            if (rules.isPresent()) {
                return rules(rules.get(), run);
            }
            if (mapping.get("only").isPresent() || mapping.get("except").isPresent()) {
                Truth only = mapping.get("only")
                        .map(node -> named(node, run))
                        .orElseGet(() -> Truth.of(run.kind() != PipelineRun.Kind.MERGE_REQUEST));
                Truth except =
                        mapping.get("except").map(node -> named(node, run)).orElse(Truth.FALSE);
                return only.and(except.not());
            }
        }
        // Without a word a job is part of the pipelines of branches and tags.
        return complete ? Truth.of(run.kind() != PipelineRun.Kind.MERGE_REQUEST) : Truth.UNKNOWN;
    }

    /** The job and what it extends, the nearest first: of several it extends the last one counts most. */
    private Set<String> chain(String job) {
        Set<String> chain = new LinkedHashSet<>();
        follow(job, chain);
        return chain;
    }

    private void follow(String job, Set<String> chain) {
        if (chain.size() > 50 || !chain.add(job)) {
            return;
        }
        YamlMapping mapping = jobs.get(job);
        if (mapping != null) {
            List<String> parents = new ArrayList<>(
                    mapping.get("extends").map(PipelineJobs::texts).orElse(List.of()));
            parents.reversed().forEach(parent -> follow(parent, chain));
        }
    }

    private static List<String> texts(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> List.of(scalar.value());
            case YamlSequence sequence ->
                sequence.items().stream()
                        .flatMap(item -> item instanceof YamlScalar scalar ? Stream.of(scalar.value()) : Stream.empty())
                        .toList();
            case YamlMapping _ -> List.of();
        };
    }

    /** The first rule that matches decides; none that does leaves the job out. */
    private static Truth rules(YamlNode node, PipelineRun run) {
        if (!(node instanceof YamlSequence sequence)) {
            return Truth.UNKNOWN;
        }
        Truth result = Truth.FALSE;
        Truth reached = Truth.TRUE;
        for (YamlNode item : sequence.items()) {
            Truth matches = item instanceof YamlMapping rule ? matches(rule, run) : Truth.UNKNOWN;
            boolean never =
                    item instanceof YamlMapping rule && text(rule, "when").equals("never");
            if (!never) {
                result = result.or(reached.and(matches));
            }
            reached = reached.and(matches.not());
        }
        return result;
    }

    private static Truth matches(YamlMapping rule, PipelineRun run) {
        Truth truth = Truth.TRUE;
        if (rule.get("if").isPresent()) {
            truth = PipelineExpression.evaluate(text(rule, "if"), run);
        }
        boolean files = rule.get("changes").isPresent() || rule.get("exists").isPresent();
        return files ? truth.and(Truth.UNKNOWN) : truth;
    }

    private static String text(YamlMapping mapping, String key) {
        return mapping.get(key)
                .map(node -> node instanceof YamlScalar scalar ? scalar.value() : "")
                .orElse("");
    }

    /** {@code only} or {@code except}: names of references and kinds of runs, or a mapping with them and conditions. */
    private static Truth named(YamlNode node, PipelineRun run) {
        if (node instanceof YamlMapping mapping) {
            Truth references = mapping.get("refs").map(refs -> named(refs, run)).orElse(Truth.TRUE);
            Truth variables = mapping.get("variables")
                    .map(expressions -> texts(expressions).stream()
                            .map(text -> PipelineExpression.evaluate(text, run))
                            .reduce(Truth.FALSE, Truth::or))
                    .orElse(Truth.TRUE);
            Truth both = references.and(variables);
            return mapping.get("changes").isPresent()
                            || mapping.get("kubernetes").isPresent()
                    ? both.and(Truth.UNKNOWN)
                    : both;
        }
        return texts(node).stream().map(name -> name(name, run)).reduce(Truth.FALSE, Truth::or);
    }

    private static Truth name(String name, PipelineRun run) {
        if (run.words().contains(name)) {
            return Truth.TRUE;
        }
        if (run.kind() == PipelineRun.Kind.MERGE_REQUEST) {
            return Truth.FALSE;
        }
        if (name.startsWith("/")) {
            int end = name.lastIndexOf('/');
            try {
                return end > 0
                        ? Truth.of(Pattern.compile(name.substring(1, end))
                                .matcher(run.ref())
                                .find())
                        : Truth.UNKNOWN;
            } catch (PatternSyntaxException foreign) {
                return Truth.UNKNOWN;
            }
        }
        int project = name.indexOf('@');
        return Truth.of((project < 0 ? name : name.substring(0, project)).equals(run.ref()));
    }
}
