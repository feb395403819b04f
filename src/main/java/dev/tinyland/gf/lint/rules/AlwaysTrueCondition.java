package dev.tinyland.gf.lint.rules;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.expression.Condition;
import dev.tinyland.gf.expression.Template;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Workflow;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An {@code if:} with text beside its <code>${{ }}</code>. The runner then puts a text together, and a text that is not
 * empty is true whatever the expressions say. The line break that ends a block scalar is such a text.
 */
public final class AlwaysTrueCondition implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "always-true-condition",
            "text beside `${{ }}` makes an `if:` true whatever it says",
            Optional.of(Severity.WARNING),
            Optional.empty(),
            false,
            true);
    private static final Pattern OPERAND = Pattern.compile("!?[\\w.\\-\\[\\]'*]+(?:\\([^()]*\\))?");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

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
        return List.of("{{");
    }

    @Override
    public void workflow(Workflow workflow, RuleContext context) {
        Conditions.of(workflow, AlwaysTrueCondition::mayBeTrue).forEach(site -> judge(site, context));
    }

    @Override
    public void action(ActionFile action, RuleContext context) {
        Conditions.of(action, AlwaysTrueCondition::mayBeTrue).forEach(site -> judge(site, context));
    }

    private static boolean mayBeTrue(String condition) {
        return !Condition.isWhole(condition);
    }

    private static void judge(Conditions.Site site, RuleContext context) {
        if (!site.condition().alwaysTrue()
                || !(site.condition().form() instanceof Condition.Assembled(Template template))) {
            return;
        }
        boolean onlyBlanks = template.segments().stream()
                .filter(Template.Verbatim.class::isInstance)
                .allMatch(segment -> segment.text().text().isBlank());
        String fact = onlyBlanks
                ? "The `if:` of this " + site.owner().word() + " is always true: blanks or a line break stand beside "
                        + "its `${{ }}`."
                : "The `if:` of this " + site.owner().word() + " is always true: text stands beside its `${{ }}`.";
        context.finding(INFO, site.scalar().span())
                .message(fact)
                .why("The runner joins the parts to one text, and every text that is not empty is true; "
                        + "the condition guards nothing.")
                .suggestion(suggestion(template, onlyBlanks))
                .report();
    }

    private static String suggestion(Template template, boolean onlyBlanks) {
        StringBuilder whole = new StringBuilder();
        for (Template.Segment segment : template.segments()) {
            switch (segment) {
                case Template.Verbatim verbatim -> whole.append(verbatim.text().text());
                case Template.Interpolation interpolation ->
                    whole.append(operand(interpolation.body().text().strip(), onlyBlanks));
            }
        }
        String expression = BLANKS.matcher(whole).replaceAll(" ").strip();
        String block = onlyBlanks ? ", or end the block's header with `-` (`>-`)" : "";
        return "Write the whole condition as one expression without braces: `if: " + expression + "`" + block + ".";
    }

    private static String operand(String body, boolean alone) {
        return alone || OPERAND.matcher(body).matches() ? body : "(" + body + ")";
    }
}
