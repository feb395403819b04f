package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.expression.Value;
import dev.tinyland.gf.expression.Values;
import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Input;
import dev.tinyland.gf.lint.model.Project;
import dev.tinyland.gf.lint.model.Trigger;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.publication.PushVerdict.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges every place of a file that can publish, over every run the file can have. */
public final class PublicationJudge {
    private final Contract contract;
    private final Project project;
    private final String defaultBranch;

    public PublicationJudge(Contract contract, Project project, String defaultBranch) {
        this.contract = contract;
        this.project = project;
        this.defaultBranch = defaultBranch;
    }

    /** One verdict for each place of a workflow with which something is wrong. */
    public List<PushVerdict> judge(Workflow workflow, PathClass pathClass) {
        List<PushSite> sites = new PushSites(contract, project).in(workflow);
        return switch (pathClass) {
            case LEGACY -> List.of();
            case PROOF ->
                sites.stream().flatMap(site -> quarantine(site).stream()).toList();
            case PROBE -> new ProbeJudge(contract, defaultBranch, workflow).judge(sites);
            case PILOT -> pilot(workflow, sites);
        };
    }

    /** One verdict for each place of an action with which something is wrong. */
    public List<PushVerdict> judge(ActionFile action, PathClass pathClass) {
        if (pathClass == PathClass.LEGACY) {
            return List.of();
        }
        List<PushSite> sites = new PushSites(contract, project).in(action);
        List<Scenario> scenarios = new Scenarios(defaultBranch, NamedBranches.in(sites)).ofAnyCaller();
        SiteJudge judge = new SiteJudge(new Reach(contract.attic().tokenVariable(), Set.of()));
        return called(sites, action.inputs(), scenarios, judge);
    }

    private List<PushVerdict> pilot(Workflow workflow, List<PushSite> sites) {
        if (sites.isEmpty()) {
            return List.of();
        }
        String tokenVariable = contract.attic().tokenVariable();
        SiteJudge judge = new SiteJudge(new Reach(tokenVariable, TokenSecrets.of(workflow, tokenVariable)));
        Scenarios scenarios = new Scenarios(defaultBranch, NamedBranches.in(sites));
        List<Event> own = new ArrayList<>(Placements.events(workflow));
        boolean reusable = own.removeIf(event -> event.name().equals("workflow_call"));
        List<PushVerdict> verdicts = new ArrayList<>(judge.judge(sites, scenarios.of(own)));
        if (!reusable) {
            return verdicts;
        }
        List<PushSite> open = sites.stream()
                .filter(site ->
                        verdicts.stream().noneMatch(verdict -> verdict.site().equals(site)))
                .toList();
        CallerRuns callers = new CallerRuns(contract, project, defaultBranch);
        List<CallerRuns.Run> runs = callers.of(workflow);
        if (runs.isEmpty()) {
            List<Input> inputs =
                    workflow.trigger("workflow_call").map(Trigger::inputs).orElse(List.of());
            verdicts.addAll(called(open, inputs, scenarios.ofAnyCaller(), judge));
        } else {
            open.forEach(site -> judge.judgeRuns(
                            site,
                            runs.stream()
                                    .map(run -> new SiteJudge.Run(
                                            site.placement().withInputs(run.inputs()), run.scenario()))
                                    .toList())
                    .ifPresent(verdicts::add));
        }
        return verdicts;
    }

    /** Places of a file that others call: where its inputs decide, only their defaults are this file's business. */
    private List<PushVerdict> called(
            List<PushSite> sites, List<Input> inputs, List<Scenario> scenarios, SiteJudge judge) {
        List<PushVerdict> verdicts = new ArrayList<>();
        for (PushSite site : sites) {
            if (Delegation.dependsOnInputs(site)) {
                inputDefault(site, inputs, scenarios, judge).ifPresent(verdicts::add);
            } else {
                verdicts.addAll(judge.judge(List.of(site), scenarios));
            }
        }
        return distinctInputs(verdicts);
    }

    /** Several places under one input are one finding at that input. */
    private static List<PushVerdict> distinctInputs(List<PushVerdict> verdicts) {
        List<PushVerdict> distinct = new ArrayList<>();
        for (PushVerdict verdict : verdicts) {
            boolean again = verdict.kind() == Kind.INPUT_DEFAULT
                    && distinct.stream()
                            .anyMatch(other -> other.kind() == Kind.INPUT_DEFAULT
                                    && other.span().equals(verdict.span()));
            if (!again) {
                distinct.add(verdict);
            }
        }
        return distinct;
    }

    private static Optional<PushVerdict> inputDefault(
            PushSite site, List<Input> inputs, List<Scenario> scenarios, SiteJudge judge) {
        Map<String, Value> defaults = Placements.defaults(inputs);
        Optional<PushVerdict> byDefault = judge.judgeWith(site, defaults, scenarios);
        if (byDefault.isEmpty()) {
            return Optional.empty();
        }
        for (Input input : inputs) {
            for (Value off : switches(input)) {
                Map<String, Value> switched = new LinkedHashMap<>(defaults);
                switched.put(input.name(), off);
                if (judge.judgeWith(site, switched, scenarios).isEmpty()) {
                    PushVerdict found = byDefault.get();
                    return Optional.of(new PushVerdict(
                            site,
                            Kind.INPUT_DEFAULT,
                            Truth.TRUE,
                            true,
                            found.witness(),
                            List.of(),
                            Set.of(input.name()),
                            input.defaultValue().orElse(input.key()).span()));
                }
            }
        }
        return byDefault;
    }

    /** What a caller can set an input to in order to switch something off. */
    private static List<Value> switches(Input input) {
        boolean typed = input.type().map(type -> type.value().equals("boolean")).orElse(false);
        return typed ? List.of(Values.FALSE, Values.TRUE) : List.of(Value.of("false"), Value.of("true"));
    }

    private static Optional<PushVerdict> quarantine(PushSite site) {
        if (site.input().map(PushControl.Input::literalOff).orElse(false)) {
            return Optional.empty();
        }
        return Optional.of(new PushVerdict(
                site, Kind.NOT_QUARANTINED, Truth.TRUE, true, Optional.empty(), List.of(), Set.of(), site.span()));
    }
}
