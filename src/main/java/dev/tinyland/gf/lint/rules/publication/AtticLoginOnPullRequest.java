package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.publication.LoginJudge;
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
    public void workflow(Workflow workflow, RuleContext context) {
        if (context.pathClass() == PathClass.LEGACY || context.pathClass() == PathClass.PROBE) {
            return;
        }
        LoginJudge judge = new LoginJudge(context.contract(), context.defaultBranch(), workflow);
        String given = context.contract().attic().tokenVariable() + " is given to every step";
        for (LoginJudge.Login login : judge.logins(verdicts.of(workflow, context))) {
            String fact = login.command() ? "`attic login` takes a token" : given;
            context.finding(INFO, login.span())
                    .message(fact + " on " + PushRule.run(login.witness()) + " although nothing here publishes.")
                    .why("The shared cache is public to read; a token that writes is for publication only ("
                            + context.contract().decisions().cacheAndStateRoles() + ").")
                    .suggestion(
                            login.command()
                                    ? "Read through the public substituter instead of `attic login`."
                                    : "Move it to the `env:` of the one step that needs it.")
                    .witness(login.witness())
                    .report();
        }
    }
}
