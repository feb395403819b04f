package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.expression.Template;
import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.lint.Witness;
import dev.tinyland.gf.lint.model.Job;
import dev.tinyland.gf.lint.model.Setting;
import dev.tinyland.gf.lint.model.Settings;
import dev.tinyland.gf.lint.model.Step;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.shell.ShellCommand;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where a pull request gets a token that writes to Attic although its job only reads. */
public final class LoginJudge {
    private final Contract contract;
    private final Workflow workflow;
    private final Reach reach;
    private final List<Scenario> pullRequests;
    private final List<Variable> environment;

    public LoginJudge(Contract contract, String defaultBranch, Workflow workflow) {
        String tokenVariable = contract.attic().tokenVariable();
        this.contract = contract;
        this.workflow = workflow;
        this.reach = new Reach(tokenVariable, TokenSecrets.of(workflow, tokenVariable));
        this.environment = Placements.variables(workflow.env());
        this.pullRequests = new Scenarios(defaultBranch, Set.of())
                .of(Placements.events(workflow)).stream()
                        .filter(scenario -> scenario.isPullRequest() && scenario.token() && scenario.certain())
                        .toList();
    }

    /** Words, one of which stands in every workflow with such a credential, whatever its case. */
    public static Collection<String> subjects(Contract contract) {
        List<String> subjects = new ArrayList<>(PushCommands.loginPrograms());
        subjects.add(contract.attic().tokenVariable());
        return subjects;
    }

    /** False only where a workflow has no such credential, whatever its events: most name none. */
    public static boolean mayHaveLogins(Contract contract, Workflow workflow) {
        String tokenVariable = contract.attic().tokenVariable();
        return workflow.env().get(tokenVariable).isPresent()
                || workflow.jobs().stream()
                        .anyMatch(job -> job.env().get(tokenVariable).isPresent()
                                || job.steps().stream()
                                        .flatMap(step -> step.run().stream())
                                        .anyMatch(run -> PushCommands.mayLogIn(
                                                run.content().text())));
    }

    /**
     * A credential that a pull request does not need.
     *
     * @param where what gets it
     * @param publishes whether something there publishes, in this run or another
     */
    public record Login(Span span, Where where, boolean publishes, Witness witness) {}

    /** What gets a credential. */
    public enum Where {
        /** A login gives it to what follows in its job. */
        LOGIN,
        JOB,
        WORKFLOW
    }

    /**
     * Every such credential.
     *
     * @param sites every place of the workflow that publishes, rightly or not
     * @param pushes the verdicts of the same workflow: where a job publishes, that is what has to be said
     */
    public List<Login> logins(List<PushVerdict> pushes, List<PushSite> sites) {
        List<Login> logins = new ArrayList<>();
        if (pullRequests.isEmpty()) {
            return logins;
        }
        token(workflow.env())
                .ifPresent(setting -> logins.add(new Login(
                        setting.value().span(),
                        Where.WORKFLOW,
                        !sites.isEmpty(),
                        pullRequests.getFirst().witness())));
        for (Job job : workflow.jobs()) {
            if (pushes.stream().noneMatch(verdict -> isIn(verdict.site(), job))) {
                job(job, sites.stream().anyMatch(site -> isIn(site, job)), logins);
            }
        }
        return logins;
    }

    private static boolean isIn(PushSite site, Job job) {
        return site.placement().job().filter(run -> run.id().equals(job.id())).isPresent();
    }

    private void job(Job job, boolean publishes, List<Login> logins) {
        JobRun run = Placements.job(workflow, job);
        Placement ofJob = new Placement(environment, Optional.empty(), Optional.of(run), List.of());
        token(job.env())
                .ifPresent(setting -> reached(ofJob)
                        .ifPresent(witness ->
                                logins.add(new Login(setting.value().span(), Where.JOB, publishes, witness))));
        for (Step step : job.steps()) {
            if (step.run().isEmpty()) {
                continue;
            }
            for (ShellCommand command : PushCommands.in(step.run().get().content())) {
                if (PushCommands.isLogin(command)) {
                    Placement ofStep = new Placement(
                            environment,
                            Optional.empty(),
                            Optional.of(run),
                            List.of(Placements.step(step, Optional.empty())));
                    reached(ofStep)
                            .ifPresent(
                                    witness -> logins.add(new Login(command.span(), Where.LOGIN, publishes, witness)));
                }
            }
        }
    }

    private Optional<Setting> token(Settings settings) {
        return settings.get(contract.attic().tokenVariable())
                .filter(setting -> !TokenSecrets.secretsIn(
                                Template.parse(setting.value().content()))
                        .isEmpty());
    }

    private Optional<Witness> reached(Placement placement) {
        return pullRequests.stream()
                .filter(scenario ->
                        reach.at(placement, scenario, new PushControl.Always()).pushes() != Truth.FALSE)
                .map(Scenario::witness)
                .findFirst();
    }
}
