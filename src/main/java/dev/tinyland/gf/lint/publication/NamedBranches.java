package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Condition;
import dev.tinyland.gf.expression.Expression;
import dev.tinyland.gf.expression.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** The branches that conditions name, so that what they let through is tried. */
final class NamedBranches {
    private static final String BRANCHES = "refs/heads/";

    private NamedBranches() {}

    static Set<String> in(Collection<PushSite> sites) {
        Set<String> names = new LinkedHashSet<>();
        for (PushSite site : sites) {
            for (Condition condition : site.placement().conditions()) {
                Deque<Expression> open = new ArrayDeque<>(condition.expressions());
                while (!open.isEmpty()) {
                    Expression expression = open.pop();
                    open.addAll(expression.children());
                    add(expression, names);
                }
            }
        }
        return names;
    }

    private static void add(Expression expression, Set<String> names) {
        if (expression instanceof Expression.Literal literal && literal.value() instanceof Value.Text text) {
            String value = text.value();
            if (value.startsWith(BRANCHES) && value.length() > BRANCHES.length()) {
                String name = value.substring(BRANCHES.length());
                names.add(name.endsWith("/") ? name + "x" : name);
            }
        }
        if (expression instanceof Expression.Comparison comparison) {
            boolean onName = isRefName(comparison.left()) || isRefName(comparison.right());
            for (Expression side : comparison.children()) {
                if (onName
                        && side instanceof Expression.Literal literal
                        && literal.value() instanceof Value.Text text) {
                    names.add(text.value());
                }
            }
        }
    }

    private static boolean isRefName(Expression expression) {
        return expression instanceof Expression.Access access
                && access.index() instanceof Expression.Literal literal
                && literal.value() instanceof Value.Text text
                && text.value().equalsIgnoreCase("ref_name");
    }
}
