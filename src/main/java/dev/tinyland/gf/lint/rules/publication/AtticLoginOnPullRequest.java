package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.publication.LoginJudge;
import dev.tinyland.gf.lint.publication.PushSite;
import dev.tinyland.gf.lint.publication.PushSites;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A token that can write reaches a pull request that only reads. */
public final class AtticLoginOnPullRequest implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "attic-login-on-pull-request",
            "a pull request that only reads gets a token that writes",
            Optional.of(Severity.NOTE),
            Optional.empty(),
            false,
            true);

    private final Verdicts verdicts;

    AtticLoginOnPullRequest(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean readsTexts(Surface surface) {
        return false;
    }

    @Override
    public Collection<String> subjects(Contract contract) {
        return LoginJudge.subjects(contract);
    }

    @Override
    public void workflow(Workflow workflow, RuleContext context) {
        if (context.pathClass() == PathClass.LEGACY
                || context.pathClass() == PathClass.PROBE
                || !LoginJudge.mayHaveLogins(context.contract(), workflow)) {
            return;
        }
        LoginJudge judge = new LoginJudge(context.contract(), context.defaultBranch(), workflow);
        List<PushSite> sites = new PushSites(context.contract(), context.project()).in(workflow);
        for (LoginJudge.Login login : judge.logins(verdicts.of(workflow, context), sites)) {
            context.finding(INFO, login.span())
                    .message(message(login, context))
                    .why("The shared cache is public to read; a token that writes is for publication only ("
                            + context.contract().decisions().cacheAndStateRoles() + ").")
                    .suggestion(
                            login.where() == LoginJudge.Where.LOGIN
                                    ? "Read through the public substituter instead of `attic login`."
                                    : "Move it to the `env:` of the one step that needs it.")
                    .witness(login.witness())
                    .report();
        }
    }

    private static String message(LoginJudge.Login login, RuleContext context) {
        String token = context.contract().attic().tokenVariable();
        String run = " on " + PushRule.run(login.witness());
        return switch (login.where()) {
            case LOGIN ->
                "`attic login` takes a token" + run
                        + (login.publishes()
                                ? ", where nothing of this job publishes."
                                : " although nothing in this job publishes.");
            case JOB ->
                token + " is given to every step of this job" + run
                        + (login.publishes()
                                ? "; only the step that publishes needs it, and not there."
                                : " although none of them publishes.");
            case WORKFLOW ->
                token + " is given to every step of every job" + run
                        + (login.publishes()
                                ? "; only the step that publishes needs it."
                                : " although none of them publishes.");
        };
    }
}
