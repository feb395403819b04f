package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.expression.Value;
import dev.tinyland.gf.expression.Values;
import dev.tinyland.gf.lint.Related;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Input;
import dev.tinyland.gf.lint.model.Job;
import dev.tinyland.gf.lint.model.Project;
import dev.tinyland.gf.lint.model.Reference;
import dev.tinyland.gf.lint.model.ReusableCall;
import dev.tinyland.gf.lint.model.Setting;
import dev.tinyland.gf.lint.model.Settings;
import dev.tinyland.gf.lint.model.Step;
import dev.tinyland.gf.lint.model.Trigger;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.shell.ShellCommand;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import dev.tinyland.gf.yaml.CoreType;
import dev.tinyland.gf.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the places of a workflow or an action that can publish. */
public final class PushSites {
    private static final String HOOK = "post-build-hook";
    private static final Pattern BUILD_HOOK = Pattern.compile("(?m)^[ \\t]*" + HOOK + "[ \\t]*=[ \\t]*\\S");

    private final Contract contract;
    private final PushCatalogue catalogue;
    private final Project project;

    public PushSites(Contract contract, Project project) {
        this.contract = contract;
        this.catalogue = PushCatalogue.of(contract.publication());
        this.project = project;
    }

    /** Words, one of which stands in every file that can publish by itself, whatever its case. */
    public static Collection<String> subjects(Contract contract) {
        List<String> subjects = new ArrayList<>(PushCommands.programs());
        PushCatalogue.of(contract.publication()).entries().forEach(entry -> subjects.add(entry.word()));
        subjects.add(HOOK);
        return subjects;
    }

    public List<PushSite> in(Workflow workflow) {
        List<PushSite> sites = new ArrayList<>();
        List<Job> publishing = new ArrayList<>();
        for (Job job : workflow.jobs()) {
            if (mayPublish(job)) {
                publishing.add(job);
            }
        }
        if (publishing.isEmpty()) {
            return sites;
        }
        List<Variable> environment = Placements.variables(workflow.env());
        for (Job job : publishing) {
            JobRun run = Placements.job(workflow, job);
            Placement ofJob = new Placement(environment, Optional.empty(), Optional.of(run), List.of());
            job.call().ifPresent(call -> call(workflow.file(), call, ofJob, sites));
            for (Step step : job.steps()) {
                if (!mayPublish(step)) {
                    continue;
                }
                StepRun ofStep = Placements.step(step, Optional.empty());
                step(
                        workflow.file(),
                        step,
                        new Placement(environment, Optional.empty(), Optional.of(run), List.of(ofStep)),
                        sites);
            }
            hooks(workflow.file(), job.env(), ofJob, sites);
        }
        return sites;
    }

    List<PushSite> in(ActionFile action) {
        List<PushSite> sites = new ArrayList<>();
        for (Step step : action.steps()) {
            if (!mayPublish(step)) {
                continue;
            }
            StepRun ofStep = Placements.step(step, Optional.empty());
            step(
                    action.file(),
                    step,
                    new Placement(List.of(), Optional.empty(), Optional.empty(), List.of(ofStep)),
                    sites);
        }
        return sites;
    }

    /** A look before anything is taken apart: few jobs have to do with publication, and reading conditions is dear. */
    private boolean mayPublish(Job job) {
        if (job.call().isPresent()
                && catalogue.find(job.call().get().uses().value()).isPresent()) {
            return true;
        }
        if (mayHook(job.env())) {
            return true;
        }
        for (Step step : job.steps()) {
            if (mayPublish(step)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayPublish(Step step) {
        if (step.uses().isPresent() && mayPublish(step.uses().get().value())) {
            return true;
        }
        if (step.run().isPresent()) {
            String script = step.run().get().value();
            if (PushCommands.mayPublish(script) || script.contains(HOOK)) {
                return true;
            }
        }
        return mayHook(step.with()) || mayHook(step.env());
    }

    private boolean mayPublish(String uses) {
        return catalogue.find(uses).isPresent()
                || (Reference.mayBeLocal(uses) && project.resolveAction(uses) instanceof Reference.LocalAction);
    }

    private static boolean mayHook(Settings settings) {
        for (Setting setting : settings.entries()) {
            if (setting.value().content().text().contains(HOOK)) {
                return true;
            }
        }
        return false;
    }

    private void call(SourceFile file, ReusableCall call, Placement placement, List<PushSite> sites) {
        Optional<PushCatalogue.Entry> entry = catalogue.find(call.uses().value());
        if (entry.isEmpty() || (call.secrets().isEmpty() && !call.inheritsSecrets())) {
            return;
        }
        List<Input> declared = switch (project.resolveWorkflow(call.uses().value())) {
            case Reference.LocalWorkflow local ->
                local.workflow().trigger("workflow_call").map(Trigger::inputs).orElse(List.of());
            case Reference.LocalAction _,
                    Reference.Absent _,
                    Reference.Remote _,
                    Reference.ContainerImage _,
                    Reference.Undecided _ -> List.of();
        };
        StepRun inputs = new StepRun(Optional.empty(), List.of(), Placements.variables(call.with()), Optional.empty());
        Placement ofCall =
                new Placement(placement.workflowEnvironment(), placement.inputs(), placement.job(), List.of(inputs));
        sites.add(uses(file, call.uses(), call.with(), entry.get(), declared, ofCall));
    }

    private void step(SourceFile file, Step step, Placement placement, List<PushSite> sites) {
        step.uses().ifPresent(uses -> action(file, step, uses, placement, sites));
        step.run().ifPresent(run -> commands(file, run.content(), placement, sites));
        hooks(file, step.with(), placement, sites);
        hooks(file, step.env(), placement, sites);
    }

    private void action(SourceFile file, Step step, YamlScalar uses, Placement placement, List<PushSite> sites) {
        Reference reference = project.resolveAction(uses.value());
        Optional<PushCatalogue.Entry> entry = catalogue.find(uses.value());
        if (entry.isPresent()) {
            List<Input> declared = reference instanceof Reference.LocalAction local
                    ? local.action().inputs()
                    : List.of();
            sites.add(uses(file, uses, step.with(), entry.get(), declared, placement));
        } else if (reference instanceof Reference.LocalAction(ActionFile inner, boolean certain) && certain) {
            followed(file, uses, inner, placement, sites);
        }
    }

    /** What an action of this repository publishes, as seen from a step that uses it, where its inputs decide that. */
    private void followed(
            SourceFile file, YamlScalar uses, ActionFile inner, Placement placement, List<PushSite> sites) {
        boolean deep = placement.steps().size() > 4;
        if (deep || !inner.isComposite() || inner.file().path().equals(file.path())) {
            return;
        }
        Map<String, Value> defaults = Placements.defaults(inner.inputs());
        for (PushSite site : in(inner)) {
            if (!Delegation.dependsOnInputs(site)) {
                continue;
            }
            List<StepRun> steps = new ArrayList<>(placement.steps());
            boolean first = true;
            for (StepRun step : site.placement().steps()) {
                steps.add(new StepRun(
                        step.condition(),
                        step.environment(),
                        step.with(),
                        first ? Optional.of(defaults) : step.inputs()));
                first = false;
            }
            List<Related> related = new ArrayList<>(site.guards());
            related.add(new Related(site.file(), site.span(), "this publishes: " + site.what()));
            sites.add(new PushSite(
                    uses.value(),
                    true,
                    file,
                    uses.span(),
                    new Placement(placement.workflowEnvironment(), placement.inputs(), placement.job(), steps),
                    site.control(),
                    related,
                    site.tokenGuarded()));
        }
    }

    private PushSite uses(
            SourceFile file,
            YamlScalar uses,
            Settings with,
            PushCatalogue.Entry entry,
            List<Input> declared,
            Placement placement) {
        if (entry.field().isEmpty()) {
            return new PushSite(
                    uses.value(), true, file, uses.span(), placement, new PushControl.Always(), List.of(), false);
        }
        String field = entry.field().get();
        Optional<Setting> given = with.input(field);
        PushControl.Input control = new PushControl.Input(
                field,
                entry.decidingValue(),
                entry.turnsOff(),
                defaultValue(entry, field, declared),
                given.map(setting -> setting.value().span()),
                given.map(setting -> keepsOff(setting.value(), entry)).orElse(false),
                with.whole().isPresent());
        Span span = control.given().orElse(with.whole().map(YamlScalar::span).orElse(uses.span()));
        return new PushSite(uses.value(), true, file, span, placement, control, List.of(), false);
    }

    private static Value defaultValue(PushCatalogue.Entry entry, String field, List<Input> declared) {
        Optional<Input> own = declared.stream()
                .filter(input -> input.name().equalsIgnoreCase(field))
                .findFirst();
        if (own.isPresent()) {
            Value value = Placements.defaults(List.of(own.get())).get(own.get().name());
            return value == null ? Values.EMPTY_TEXT : value;
        }
        boolean decidingIsDefault = entry.publishesByDefault() != entry.turnsOff();
        return Value.of(decidingIsDefault ? entry.decidingValue() : "");
    }

    /** Only the literal counts: quoted, or bare as a boolean of YAML's core schema, which the runner writes small. */
    private static boolean keepsOff(YamlScalar value, PushCatalogue.Entry entry) {
        String text = value.value();
        boolean bare = value.type() == CoreType.BOOLEAN;
        boolean same = entry.anyCase() || bare
                ? text.equalsIgnoreCase(entry.decidingValue())
                : text.equals(entry.decidingValue());
        return entry.turnsOff() && same;
    }

    private void commands(SourceFile file, Fragment script, Placement placement, List<PushSite> sites) {
        for (ShellCommand command : PushCommands.in(script)) {
            PushCommands.publication(command, contract.attic())
                    .ifPresent(what -> sites.add(new PushSite(
                            what,
                            false,
                            file,
                            command.span(),
                            placement,
                            new PushControl.Always(),
                            command.guards().stream()
                                    .map(guard -> new Related(
                                            file,
                                            guard.span(),
                                            "a condition of the script; it is no gate on the branch"))
                                    .toList(),
                            command.guards().stream()
                                    .anyMatch(guard -> TokenGuards.asksFor(
                                            guard, contract.attic().tokenVariable())))));
        }
        hook(file, script, placement, sites);
    }

    private void hooks(SourceFile file, Settings settings, Placement placement, List<PushSite> sites) {
        settings.entries().forEach(setting -> hook(file, setting.value().content(), placement, sites));
    }

    private static void hook(SourceFile file, Fragment text, Placement placement, List<PushSite> sites) {
        if (!text.text().contains(HOOK)) {
            return;
        }
        Matcher matcher = BUILD_HOOK.matcher(text.text());
        while (matcher.find()) {
            int start = matcher.start() + leading(matcher.group());
            int lineEnd = text.text().indexOf('\n', start);
            Span span = text.toSource(start, lineEnd < 0 ? text.length() : lineEnd);
            sites.add(new PushSite(HOOK, false, file, span, placement, new PushControl.Always(), List.of(), false));
        }
    }

    private static int leading(String text) {
        return text.length() - text.stripLeading().length();
    }
}
