package dev.tinyland.gf.lint.rules;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.Confidence;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.DocumentReading;
import dev.tinyland.gf.lint.passage.Fence;
import dev.tinyland.gf.text.Span;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A page that teaches publication to Attic outside labelled text: readers copy examples, and a copied push runs on pull
 * requests. What counts is what would run: an example whose own conditions hold it to the default branch and the token is
 * fine, and so is a counterexample that says it is one. Source: Cache and State Backend Roles, "Attic contract".
 */
public final class AtticPushInDocs implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "attic-push-in-docs",
            "a page teaches publication to Attic without its gate",
            Optional.empty(),
            Optional.of(Severity.WARNING),
            false,
            true);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean readsTexts(Surface surface) {
        return false;
    }

    @Override
    public void document(DocumentReading reading, RuleContext context) {
        TreeMap<Span, TaughtPush> found = new TreeMap<>();
        boolean elsewhere = new AtticLogins(context.contract()).onlyElsewhere(reading);
        ExamplePushes examples = new ExamplePushes(context, elsewhere);
        for (Fence fence : reading.fences()) {
            if (fence.label().isEmpty() && !Counterexamples.isOne(fence)) {
                examples.in(fence).forEach(push -> found.putIfAbsent(push.span(), push));
            }
        }
        new InstructedPushes(context, elsewhere).in(reading).forEach(push -> found.putIfAbsent(push.span(), push));
        found.values().forEach(push -> report(push, context));
    }

    private static void report(TaughtPush push, RuleContext context) {
        Contract contract = context.contract();
        String token = contract.publication().tokenVariable();
        context.finding(INFO, push.span())
                .confidence(push.certain() ? Confidence.HIGH : Confidence.MEDIUM)
                .message("This example teaches Attic publication without the gate (" + push.what()
                        + "); readers copy it.")
                .why("Attic is a cache to read, not a publication surface: only the default branch with " + token
                        + " may push, and pull requests stay read-only ("
                        + contract.decisions().cacheAndStateRoles() + ").")
                .suggestion(suggestion(context, token))
                .report();
    }

    private static String suggestion(RuleContext context, String token) {
        String condition = "github.ref == 'refs/heads/" + context.defaultBranch() + "' && env." + token + " != ''";
        return "Show `" + context.contract().publication().pushInput() + ": \""
                + context.contract().publication().pushOffValue() + "\"`, or the gated pilot: `if: ${{ " + condition
                + " }}` with `env: { " + token + ": ${{ secrets." + token
                + " }} }` on the step; or put the example under a heading that labels it legacy.";
    }
}
