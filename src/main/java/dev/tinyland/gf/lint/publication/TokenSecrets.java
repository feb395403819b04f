package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Expression;
import dev.tinyland.gf.expression.ParsedExpression;
import dev.tinyland.gf.expression.Template;
import dev.tinyland.gf.expression.Value;
import dev.tinyland.gf.lint.model.Job;
import dev.tinyland.gf.lint.model.Setting;
import dev.tinyland.gf.lint.model.Settings;
import dev.tinyland.gf.lint.model.Step;
import dev.tinyland.gf.lint.model.Workflow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/** Which secrets a workflow takes its write token from. */
final class TokenSecrets {
    private final String tokenVariable;
    private final Set<String> found = new TreeSet<>();

    private TokenSecrets(String tokenVariable) {
        this.tokenVariable = tokenVariable;
        found.add(tokenVariable);
    }

    static Set<String> of(Workflow workflow, String tokenVariable) {
        TokenSecrets secrets = new TokenSecrets(tokenVariable);
        secrets.environment(workflow.env());
        for (Job job : workflow.jobs()) {
            secrets.environment(job.env());
            job.call().ifPresent(call -> secrets.environment(call.secrets()));
            job.steps().forEach(secrets::step);
        }
        return secrets.found;
    }

    private void step(Step step) {
        environment(step.env());
        boolean attic = step.uses().map(uses -> uses.value().contains("attic")).orElse(false);
        if (attic) {
            step.with().input("token").ifPresent(this::take);
        }
    }

    private void environment(Settings settings) {
        settings.get(tokenVariable).ifPresent(this::take);
    }

    private void take(Setting setting) {
        found.addAll(secretsIn(Template.parse(setting.value().content())));
    }

    /** The names of the secrets that a text takes values from. */
    static Set<String> secretsIn(Template template) {
        Set<String> names = new TreeSet<>();
        Deque<Expression> open = new ArrayDeque<>();
        for (Template.Interpolation interpolation : template.interpolations()) {
            if (interpolation.parsed() instanceof ParsedExpression.Valid(Expression root)) {
                open.add(root);
            }
        }
        while (!open.isEmpty()) {
            Expression expression = open.pop();
            open.addAll(expression.children());
            if (expression instanceof Expression.Access access
                    && access.target() instanceof Expression.Context context
                    && context.name().equalsIgnoreCase("secrets")
                    && access.index() instanceof Expression.Literal literal
                    && literal.value() instanceof Value.Text name) {
                names.add(name.value());
            }
        }
        return names;
    }
}
