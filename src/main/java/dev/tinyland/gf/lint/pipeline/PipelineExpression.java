package dev.tinyland.gf.lint.pipeline;

import dev.tinyland.gf.expression.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A condition of {@code rules:if}: variables, texts, {@code null} and patterns, compared and joined; {@code &&} binds
 * stronger than {@code ||}. What cannot be read, or hangs on a variable nobody knows, is unknown. Source: GitLab's page on
 * CI/CD variable expressions.
 */
final class PipelineExpression {
    private static final int LONGEST = 2_000;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\$\\{?\\w+\\}?)|\"([^\"]*)\"|'([^']*)'|(null\\b)|(==|!=|=~|!~|&&|\\|\\||[()])|/((?:\\\\.|[^/\\\\])+)/([a-zA-Z]*))");

    private final List<Token> tokens;
    private final PipelineRun run;
    private int at;

    private PipelineExpression(List<Token> tokens, PipelineRun run) {
        this.tokens = tokens;
        this.run = run;
    }

    private enum Kind {
        VARIABLE,
        TEXT,
        NOTHING,
        OPERATOR,
        PATTERN
    }

    private record Token(Kind kind, String text) {}

    /** A value: unknown, or known and perhaps not set. */
    private record Value(boolean known, Optional<String> text) {}

    static Truth evaluate(String text, PipelineRun run) {
        Optional<List<Token>> tokens = tokens(text);
        if (tokens.isEmpty()) {
            return Truth.UNKNOWN;
        }
        PipelineExpression expression = new PipelineExpression(tokens.get(), run);
        Truth truth = expression.any(0);
        return expression.at == expression.tokens.size() ? truth : Truth.UNKNOWN;
    }

    private static Optional<List<Token>> tokens(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<Token> tokens = new ArrayList<>();
        String rest = text.strip();
        Matcher matcher = TOKEN.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            matcher.region(at, rest.length());
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        return tokens.isEmpty() ? Optional.empty() : Optional.of(tokens);
    }

    private static Token token(Matcher matcher) {
        if (matcher.group(1) != null) {
            return new Token(Kind.VARIABLE, matcher.group(1).replaceAll("[${}]", ""));
        }
        if (matcher.group(2) != null || matcher.group(3) != null) {
            return new Token(Kind.TEXT, matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        if (matcher.group(4) != null) {
            return new Token(Kind.NOTHING, "");
        }
        if (matcher.group(5) != null) {
            return new Token(Kind.OPERATOR, matcher.group(5));
        }
        String flags = matcher.group(7).contains("i") ? "(?i)" : "";
        return new Token(Kind.PATTERN, flags + matcher.group(6).replace("\\/", "/"));
    }

    private boolean takes(String operator) {
        if (at < tokens.size() && tokens.get(at).equals(new Token(Kind.OPERATOR, operator))) {
            at++;
            return true;
        }
        return false;
    }

    private Truth any(int depth) {
        Truth truth = all(depth);
        while (takes("||")) {
            truth = truth.or(all(depth));
        }
        return truth;
    }

    private Truth all(int depth) {
        Truth truth = one(depth);
        while (takes("&&")) {
            truth = truth.and(one(depth));
        }
        return truth;
    }

    private Truth one(int depth) {
        if (depth > 50 || at >= tokens.size()) {
            at = tokens.size() + 1;
            return Truth.UNKNOWN;
        }
        if (takes("(")) {
            Truth truth = any(depth + 1);
            if (!takes(")")) {
                at = tokens.size() + 1;
                return Truth.UNKNOWN;
            }
            return truth;
        }
        Token left = tokens.get(at++);
        if (left.kind() == Kind.OPERATOR || left.kind() == Kind.PATTERN) {
            at = tokens.size() + 1;
            return Truth.UNKNOWN;
        }
        for (String operator : List.of("==", "!=", "=~", "!~")) {
            if (takes(operator)) {
                if (at >= tokens.size() || tokens.get(at).kind() == Kind.OPERATOR) {
                    at = tokens.size() + 1;
                    return Truth.UNKNOWN;
                }
                Token right = tokens.get(at++);
                Truth holds = operator.endsWith("~") ? matches(value(left), right) : equal(value(left), value(right));
                return operator.startsWith("!") ? holds.not() : holds;
            }
        }
        Value value = value(left);
        return value.known()
                ? Truth.of(value.text().filter(text -> !text.isEmpty()).isPresent())
                : Truth.UNKNOWN;
    }

    private Value value(Token token) {
        return switch (token.kind()) {
            case VARIABLE -> {
                Optional<String> known = run.variables().get(token.text());
                yield known == null ? new Value(false, Optional.empty()) : new Value(true, known);
            }
            case TEXT -> new Value(true, Optional.of(token.text()));
            case NOTHING -> new Value(true, Optional.empty());
            case OPERATOR, PATTERN -> new Value(false, Optional.empty());
        };
    }

    private static Truth equal(Value left, Value right) {
        return left.known() && right.known() ? Truth.of(left.text().equals(right.text())) : Truth.UNKNOWN;
    }

    private static Truth matches(Value value, Token pattern) {
        if (!value.known() || pattern.kind() != Kind.PATTERN) {
            return Truth.UNKNOWN;
        }
        try {
            Pattern compiled = Pattern.compile(pattern.text());
            return Truth.of(
                    value.text().filter(text -> compiled.matcher(text).find()).isPresent());
        } catch (PatternSyntaxException foreign) {
            return Truth.UNKNOWN;
        }
    }
}
