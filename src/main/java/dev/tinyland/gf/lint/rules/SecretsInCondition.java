package dev.tinyland.gf.lint.rules;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.expression.Expression;
import dev.tinyland.gf.lint.Confidence;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.text.Span;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code secrets} context in an {@code if:}. GitHub offers it in none: not to jobs ({@code github needs vars inputs}),
 * not to steps, and in composite actions nowhere at all. Source: GitHub's context availability table and
 * {@code workflow-v1.0.json} of actions/languageservices.
 */
public final class SecretsInCondition implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "secrets-in-condition",
            "an `if:` reads the secrets context, which no `if:` has",
            Optional.of(Severity.ERROR),
            Optional.empty(),
            false,
            true);
    private static final String NAME = "secrets";
    private static final Pattern WRITTEN = Pattern.compile("(?i)(?<![\\w.-])secrets\\s*[.\\[]\\s*'?[\\w-]*'?\\]?");

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
        return List.of(NAME);
    }

    @Override
    public void workflow(Workflow workflow, RuleContext context) {
        Conditions.of(workflow, SecretsInCondition::mayRead).forEach(site -> judge(site, context));
    }

    @Override
    public void action(ActionFile action, RuleContext context) {
        Conditions.of(action, SecretsInCondition::mayRead).forEach(site -> judge(site, context));
    }

    private static boolean mayRead(String condition) {
        for (int at = 0; at + NAME.length() <= condition.length(); at++) {
            char c = condition.charAt(at);
            if ((c == 's' || c == 'S') && condition.regionMatches(true, at, NAME, 0, NAME.length())) {
                return true;
            }
        }
        return false;
    }

    private static void judge(Conditions.Site site, RuleContext context) {
        List<Expression> expressions = site.condition().expressions();
        Optional<Span> read = expressions.stream()
                .flatMap(expression -> firstRead(expression).stream())
                .min(Comparator.naturalOrder());
        if (read.isPresent()) {
            report(site, read.get(), Confidence.HIGH, context);
        } else if (expressions.isEmpty()) {
            // What cannot be parsed is refused by GitHub too; the secret in it is still worth a word.
            Matcher written = WRITTEN.matcher(site.scalar().value());
            if (written.find()) {
                Span span = site.scalar().content().toSource(written.start(), written.end());
                report(site, span, Confidence.MEDIUM, context);
            }
        }
    }

    /** The first place that reads the context, with the name read where one follows. */
    private static Optional<Span> firstRead(Expression root) {
        Optional<Span> first = Optional.empty();
        Deque<Expression> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Expression expression = open.pop();
            Optional<Span> read = readOf(expression);
            if (read.isPresent()) {
                first = first.isPresent() && first.get().compareTo(read.get()) <= 0 ? first : read;
            } else {
                open.addAll(expression.children());
            }
        }
        return first;
    }

    private static Optional<Span> readOf(Expression expression) {
        return switch (expression) {
            case Expression.Access access when isSecrets(access.target()) -> Optional.of(access.span());
            case Expression.Context context when isSecrets(context) -> Optional.of(context.span());
            case Expression.Access _,
                    Expression.Context _,
                    Expression.Literal _,
                    Expression.Wildcard _,
                    Expression.Not _,
                    Expression.Comparison _,
                    Expression.Logical _,
                    Expression.Call _ -> Optional.empty();
        };
    }

    private static boolean isSecrets(Expression expression) {
        return expression instanceof Expression.Context context
                && context.name().equalsIgnoreCase(NAME);
    }

    private static void report(Conditions.Site site, Span span, Confidence confidence, RuleContext context) {
        context.finding(INFO, span)
                .confidence(confidence)
                .message("The `if:` of this " + site.owner().word() + " reads a secret.")
                .why(why(site.owner()))
                .suggestion(suggestion(site.owner()))
                .report();
    }

    private static String why(Conditions.Owner owner) {
        return switch (owner) {
            case JOB, STEP ->
                "GitHub gives `secrets` to no `if:`: it refuses the whole workflow, which shows as a run without jobs, "
                        + "so no gate and no job of this file works.";
            case ACTION_STEP ->
                "Composite actions have no `secrets` context: the action fails to load wherever it is used.";
        };
    }

    private static String suggestion(Conditions.Owner owner) {
        return switch (owner) {
            case STEP ->
                "Give the step `env:` with `TOKEN: ${{ secrets.TOKEN }}` and test `env.TOKEN != ''`: a step's own "
                        + "`env:` is evaluated before its `if:`.";
            case JOB ->
                "Move the test into the steps (`env:` with the secret, `if: env.TOKEN != ''`), or let an earlier job "
                        + "put its result into an output and test `needs.<job>.outputs.<name>`.";
            case ACTION_STEP ->
                "Declare an input, have the caller pass the secret by `with:`, and test `inputs.<name> != ''`.";
        };
    }
}
