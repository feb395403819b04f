package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.Confidence;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.configuration.LintConfiguration;
import dev.tinyland.gf.lint.discovery.FileKinds;
import dev.tinyland.gf.lint.discovery.Loaded;
import dev.tinyland.gf.lint.discovery.SkipReason;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Project;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.DocumentReading;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Scripts;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Judges one file: reads it once and shows what it holds to every rule that judges such files. */
final class FileJudge {
    static final Set<Surface> YAML =
            EnumSet.of(Surface.WORKFLOW, Surface.ACTION, Surface.CONFIGURATION, Surface.GITLAB_CI, Surface.JSON);

    private final Map<Surface, FileReader> readers;
    private final Map<Surface, List<Rule>> rules;
    private final LintConfiguration configuration;
    private final Supplier<Contract> contract;
    private final Project project;
    private final Map<Surface, SurfaceRules> surfaces = new ConcurrentHashMap<>();
    private final Map<Surface, BitSet> byActions = new ConcurrentHashMap<>();
    private final Stopwatch stopwatch;

    FileJudge(
            Map<Surface, FileReader> readers,
            Map<Surface, List<Rule>> rules,
            LintConfiguration configuration,
            Supplier<Contract> contract,
            Project project,
            Stopwatch stopwatch) {
        this.readers = Map.copyOf(readers);
        this.rules = Map.copyOf(rules);
        this.configuration = configuration;
        this.contract = contract;
        this.project = project;
        this.stopwatch = stopwatch;
    }

    FileOutcome judge(String path, Loaded loaded) {
        return switch (loaded) {
            case Loaded.PassedOver(SkipReason reason) -> new FileOutcome.PassedOver(path, reason);
            case Loaded.Unreadable(String same, Surface surface, String problem, String next) ->
                unreadable(new SourceFile(same, ""), surface, "This file " + problem + ".", next);
            case Loaded.Text(SourceFile file, Surface surface) -> judge(file, surface);
        };
    }

    private FileOutcome judge(SourceFile file, Surface surface) {
        FileReader reader = readers.get(surface);
        if (reader == null) {
            return new FileOutcome.PassedOver(file.path(), SkipReason.NO_READER);
        }
        SurfaceRules rulesHere = surfaces.computeIfAbsent(
                surface, key -> new SurfaceRules(surface, rules.getOrDefault(surface, List.of()), contract.get()));
        FileReading reading;
        List<Passage> passages = List.of();
        BitSet concerned = new BitSet();
        boolean yaml = YAML.contains(surface);
        long started = stopwatch.start();
        try {
            reading = reader.read(file, project);
            if (reading instanceof FileReading.Understood understood) {
                if (yaml) {
                    concerned = inYaml(file, surface, rulesHere);
                }
                if (!yaml || rulesHere.readTexts(concerned)) {
                    passages = understood.texts().passages(rulesHere::mayConcern);
                }
            }
            stopwatch.phase("read", started);
        } catch (StackOverflowError tooDeep) {
            return unreadable(
                    file,
                    surface,
                    "This file is nested too deep to be read.",
                    "Flatten it, or exclude it in the configuration.");
        } catch (RuntimeException defect) {
            return new FileOutcome.Done(
                    file, surface, List.of(), Map.of(), List.of(new Failure(file.path(), "reading", defect)));
        }
        return switch (reading) {
            case FileReading.PassedOver(SkipReason reason) -> new FileOutcome.PassedOver(file.path(), reason);
            case FileReading.Understood understood -> {
                List<Passage> judged = counting(passages);
                List<CommandSite> commands = commands(judged);
                BitSet numbers = yaml ? concerned : rulesHere.inTexts(judged, commands);
                yield judge(file, surface, understood, judged, commands, rulesHere.of(numbers));
            }
        };
    }

    /**
     * The rules a YAML file may concern. Only YAML is looked at before it is taken apart: pages and other languages change
     * their texts in more ways than {@link Vocabulary#findInRaw} knows. What a rule about a whole file looks for may stand in
     * an action of the root that the file uses.
     */
    private BitSet inYaml(SourceFile file, Surface surface, SurfaceRules rulesHere) {
        BitSet found = rulesHere.inRaw(file.text());
        found.or(byActions.computeIfAbsent(surface, key -> {
            BitSet followed = new BitSet();
            for (SourceFile action : project.actionFiles()) {
                followed.or(rulesHere.inRaw(action.text()));
            }
            return rulesHere.withoutReaders(followed);
        }));
        return found;
    }

    private static List<Passage> counting(List<Passage> passages) {
        List<Passage> counting = new ArrayList<>(passages.size());
        for (Passage passage : passages) {
            if (passage.label().isEmpty()) {
                counting.add(passage);
            }
        }
        return counting;
    }

    private FileOutcome judge(
            SourceFile file,
            Surface surface,
            FileReading.Understood understood,
            List<Passage> passages,
            List<CommandSite> commands,
            List<Rule> concerned) {
        List<Finding> findings = new ArrayList<>();
        for (FileReading.Problem problem : understood.problems()) {
            findings.add(unreadable(
                    file,
                    surface,
                    problem.span(),
                    problem.message(),
                    "Repair the file: whoever runs or reads it stumbles over the same place."));
        }
        List<Failure> failures = new ArrayList<>();
        // What a manifest says holds only where somebody applies it; the platform's own are in its stacks.
        boolean manifest = surface == Surface.CONFIGURATION && FileKinds.isManifest(file.text());
        Context context =
                new Context(file, surface, manifest ? finding -> findings.add(lighter(finding)) : findings::add);
        for (Rule rule : concerned) {
            long started = stopwatch.start();
            try {
                if (rule.readsTexts(surface)) {
                    passages.forEach(passage -> rule.passage(passage, context));
                    commands.forEach(command -> rule.command(command, context));
                }
                model(rule, understood.model(), context);
            } catch (RuntimeException | StackOverflowError defect) {
                failures.add(new Failure(file.path(), rule.info().id(), defect));
            }
            stopwatch.rule(rule.info().id(), started);
        }
        return new FileOutcome.Done(file, surface, findings, understood.texts().labelled(), failures);
    }

    private static Finding lighter(Finding finding) {
        boolean error = finding.severity() == Severity.ERROR && finding.suppressible();
        return error ? finding.withSeverity(Severity.WARNING) : finding;
    }

    private static List<CommandSite> commands(List<Passage> passages) {
        Scripts scripts = new Scripts();
        List<CommandSite> sites = new ArrayList<>();
        passages.forEach(passage -> sites.addAll(scripts.commands(passage)));
        return sites;
    }

    private static void model(Rule rule, FileReading.Model model, RuleContext context) {
        switch (model) {
            case FileReading.Model.OfWorkflow(Workflow workflow) -> rule.workflow(workflow, context);
            case FileReading.Model.OfAction(ActionFile action) -> rule.action(action, context);
            case FileReading.Model.OfDocument(DocumentReading reading) -> rule.document(reading, context);
            case FileReading.Model.None() -> {}
        }
    }

    private static FileOutcome unreadable(SourceFile file, Surface surface, String message, String next) {
        return new FileOutcome.Done(
                file, surface, List.of(unreadable(file, surface, Span.at(0), message, next)), Map.of(), List.of());
    }

    static Finding unreadable(SourceFile file, Surface surface, Span span, String message, String next) {
        return new Finding(
                BuiltInRules.UNREADABLE_FILE.id(),
                BuiltInRules.UNREADABLE_FILE.severityOn(surface).orElseThrow(),
                Confidence.HIGH,
                file,
                span,
                message,
                "What cannot be read cannot be judged, and a file that was not judged must not look clean.",
                next,
                Optional.empty(),
                List.of(),
                false);
    }

    private final class Context implements RuleContext {
        private final SourceFile file;
        private final Surface surface;
        private final Consumer<Finding> found;

        Context(SourceFile file, Surface surface, Consumer<Finding> found) {
            this.file = file;
            this.surface = surface;
            this.found = found;
        }

        @Override
        public SourceFile file() {
            return file;
        }

        @Override
        public Surface surface() {
            return surface;
        }

        @Override
        public Contract contract() {
            return contract.get();
        }

        @Override
        public Project project() {
            return project;
        }

        @Override
        public String defaultBranch() {
            return configuration.defaultBranch();
        }

        @Override
        public PathClass pathClass() {
            return configuration.pathClass(file.path());
        }

        @Override
        public void report(Finding finding) {
            found.accept(finding);
        }
    }
}
