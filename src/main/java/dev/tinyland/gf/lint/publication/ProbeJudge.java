package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.Probe;
import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.expression.Value;
import dev.tinyland.gf.lint.Witness;
import dev.tinyland.gf.lint.model.Job;
import dev.tinyland.gf.lint.model.Step;
import dev.tinyland.gf.lint.model.Trigger;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.publication.PushVerdict.Kind;
import dev.tinyland.gf.shell.ShellParser;
import dev.tinyland.gf.shell.ShellScript;
import dev.tinyland.gf.text.Span;
import dev.tinyland.gf.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges the publication probe: started by hand only, and nothing in it publishes without the exact phrase. */
final class ProbeJudge {
    private static final String DISPATCH = "workflow_dispatch";

    private final Contract contract;
    private final String defaultBranch;
    private final String defaultRef;
    private final Workflow workflow;

    ProbeJudge(Contract contract, String defaultBranch, Workflow workflow) {
        this.contract = contract;
        this.defaultRef = "refs/heads/" + defaultBranch;
        this.defaultBranch = defaultBranch;
        this.workflow = workflow;
    }

    List<PushVerdict> judge(List<PushSite> sites) {
        List<PushVerdict> verdicts = new ArrayList<>();
        for (PushSite site : sites) {
            Optional<Trigger> other = workflow.triggers().stream()
                    .filter(trigger -> !trigger.event().equals(DISPATCH))
                    .findFirst();
            Truth open = other.isPresent() ? Truth.TRUE : withWrongPhrases(site);
            if (open != Truth.FALSE) {
                Span span = other.map(Trigger::key).map(YamlScalar::span).orElse(site.span());
                verdicts.add(verdict(site, open, span, other.map(Trigger::event).orElse(DISPATCH)));
            }
        }
        return verdicts;
    }

    private PushVerdict verdict(PushSite site, Truth truth, Span span, String event) {
        Witness witness = new Witness(event, defaultRef);
        return new PushVerdict(
                site, Kind.UNCONFIRMED, truth, truth == Truth.TRUE, Optional.of(witness), List.of(), Set.of(), span);
    }

    /** Whether a phrase that is not quite right lets a run through; FALSE where none does. */
    private Truth withWrongPhrases(PushSite site) {
        if (comparedByScript(site)) {
            return Truth.FALSE;
        }
        Probe probe = contract.publication().probe();
        Reach reach = new Reach(
                contract.attic().tokenVariable(),
                TokenSecrets.of(workflow, contract.attic().tokenVariable()));
        Scenario scenario = new Scenario(DISPATCH, defaultRef, "", defaultBranch, true, true);
        Truth worst = Truth.FALSE;
        for (String phrase : wrongPhrases(probe)) {
            Map<String, Value> inputs = new LinkedHashMap<>();
            workflow.trigger(DISPATCH).stream()
                    .flatMap(trigger -> trigger.inputs().stream())
                    .forEach(input -> inputs.put(input.name(), Value.Unknown.at("inputs." + input.name())));
            inputs.put(probe.input(), Value.of(phrase));
            worst = worst.or(reach.at(site.placement().withInputs(inputs), scenario, site.control())
                    .pushes());
        }
        return worst;
    }

    private static List<String> wrongPhrases(Probe probe) {
        List<String> wrong = new ArrayList<>(List.of("", "true", "yes"));
        for (Probe.Profile profile : probe.profiles().values()) {
            wrong.add(profile.confirm() + "-not");
            wrong.add("not-" + profile.confirm());
            wrong.add(profile.confirm().substring(0, profile.confirm().length() - 1));
        }
        return wrong;
    }

    /** Whether the script itself, or an earlier step of the job, compares with a phrase and leaves otherwise. */
    private boolean comparedByScript(PushSite site) {
        for (Job job : workflow.jobs()) {
            boolean own = site.placement()
                    .job()
                    .map(JobRun::id)
                    .filter(job.id()::equals)
                    .isPresent();
            boolean needed = site.placement().job().stream()
                    .flatMap(run -> run.needs().stream())
                    .anyMatch(run -> run.id().equals(job.id()));
            for (Step step : own || needed ? job.steps() : List.<Step>of()) {
                if (own && step.node().span().start() > site.span().start()) {
                    break;
                }
                if (step.run().isPresent() && refusesOtherPhrases(step.run().get())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean refusesOtherPhrases(YamlScalar run) {
        ShellScript script = ShellParser.parse(run.content());
        boolean leaves =
                script.commands().stream().anyMatch(command -> command.name().is("exit"));
        return leaves
                && contract.publication().probe().profiles().values().stream()
                        .anyMatch(profile -> namesAsWord(run.value(), profile.confirm()));
    }

    private static boolean namesAsWord(String text, String phrase) {
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            boolean open = at == 0 || !partOfWord(text.charAt(at - 1));
            boolean closed = end == text.length() || !partOfWord(text.charAt(end));
            if (open && closed) {
                return true;
            }
        }
        return false;
    }

    private static boolean partOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '*';
    }
}
