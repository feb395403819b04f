package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Pause;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.github.Failure;
import dev.tinyland.gf.github.GitHubClient;
import dev.tinyland.gf.github.GitHubSettings;
import dev.tinyland.gf.github.Outcome;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The input {@code receipt-token} and what it does; a picocli mixin. After a good apply the receipt goes into a variable of
 * the repository, where the next plan reads it. Whether that worked is no part of the verdict: what was applied is applied.
 */
final class ReceiptKeeper {
    private static final String INPUT = "receipt-token";
    private static final String ID = "TA-RECEIPT";
    private static final String TITLE = "the receipt is kept for the next run";
    private static final String EXPECTED = "receipt-token, of a token with variables: write";

    @Option(
            names = "--receipt-token-file",
            paramLabel = "FILE",
            description = "Token with variables: write, to keep the receipt in the repository's variable GF_STATE_STACK"
                    + " (0600). Default: GF_RECEIPT_TOKEN.")
    private @Nullable Path tokenFile;

    /** Reads the token and masks it: a file that cannot be used is found out before anything is applied. */
    Optional<Secret> token(Run run) {
        return run.secret(INPUT, tokenFile).filter(secret -> !secret.isBlank());
    }

    /** Keeps the receipt of a good apply, or says how to; every other end leaves the variable as it is. */
    Conclusion keep(Run run, StackAccess stack, Conclusion conclusion) throws IOException, InterruptedException {
        String receipt = run.report().outputs().getOrDefault("receipt", "");
        if (conclusion.verdict() != TofuApplyVerdict.APPLIED || receipt.isEmpty()) {
            return conclusion;
        }
        String variable = stack.platform().contract().state().receiptVariablePrefix()
                + stack.settings().stack().toUpperCase(Locale.ROOT).replace('-', '_');
        Optional<Secret> token = token(run);
        if (token.isEmpty()) {
            notKept(run, Status.WARN, "no receipt-token is given, so the receipt is an output only", variable, receipt);
            return conclusion;
        }
        GitHubSettings settings;
        try {
            settings = GitHubSettings.of(run.host(), token.get());
        } catch (InputException e) {
            notKept(run, Status.WARN, String.valueOf(e.getMessage()), variable, receipt);
            return conclusion;
        }
        try (GitHubClient client = new GitHubClient(settings, Pause.real(), run::say)) {
            switch (client.variables().write(variable, receipt)) {
                case Outcome.Ok<Boolean> _ ->
                    run.check(Check.optional(
                            ID,
                            TITLE,
                            Status.PASS,
                            EXPECTED,
                            "in the variable " + variable + " of " + settings.repository()));
                case Outcome.Failed<Boolean>(Failure.Unreachable failure) ->
                    notKept(run, Status.UNKNOWN, "whether it was written: " + failure.text(), variable, receipt);
                case Outcome.Failed<Boolean>(Failure failure) ->
                    notKept(run, Status.WARN, "it was not written: " + told(failure), variable, receipt);
            }
        }
        return conclusion;
    }

    /** GitHub answers a token that may not see the variables of a repository with 403 or with 404. */
    private static String told(Failure failure) {
        return switch (failure) {
            case Failure.Forbidden _, Failure.NotFound _ ->
                failure.text()
                        + "; a workflow's own token never may, so give a fine-grained token or an app's with variables:"
                        + " write on this repository";
            case Failure.Unauthorized _,
                    Failure.Rejected _,
                    Failure.Conflict _,
                    Failure.RateLimited _,
                    Failure.Unreachable _ -> failure.text();
        };
    }

    private static void notKept(Run run, Status status, String observed, String variable, String receipt)
            throws IOException {
        run.check(Check.optional(ID, TITLE, status, EXPECTED, observed));
        String repository = run.host()
                .variable("GITHUB_REPOSITORY")
                .map(name -> " --repo " + name)
                .orElse("");
        run.next("keep the receipt, so that a lost state is found out: gh variable set " + variable + repository
                + " --body '" + receipt + "'");
    }
}
