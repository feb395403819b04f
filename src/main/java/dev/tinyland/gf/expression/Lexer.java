package dev.tinyland.gf.expression;

import dev.tinyland.gf.expression.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an expression into tokens. As in the runner it is the lexer that knows which token may follow which, so that the
 * first wrong token is the one named.
 */
final class Lexer {
    private static final Set<Kind> END_OF_ACCESSIBLE =
            Set.of(Kind.CLOSE_GROUP, Kind.CLOSE_CALL, Kind.CLOSE_INDEX, Kind.STAR, Kind.PROPERTY, Kind.CONTEXT);
    private static final Set<Kind> BEFORE_OPERAND =
            Set.of(Kind.COMMA, Kind.OPEN_GROUP, Kind.OPEN_CALL, Kind.OPEN_INDEX, Kind.OPERATOR);
    private static final Map<String, Operator> OPERATORS = Map.of(
            "!", Operator.NOT,
            ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL,
            "<", Operator.LESS,
            "<=", Operator.LESS_OR_EQUAL,
            "==", Operator.EQUAL,
            "!=", Operator.NOT_EQUAL,
            "&&", Operator.AND,
            "||", Operator.OR);

    private final String text;
    private final Deque<Kind> open = new ArrayDeque<>();
    private int offset;
    private @Nullable Kind last;

    Lexer(String text) {
        this.text = text;
    }

    boolean hasOpen() {
        return !open.isEmpty();
    }

    /** The next token, of kind UNEXPECTED where it may not stand; empty at the end. */
    Optional<Token> next() {
        while (offset < text.length() && isSpace(text.charAt(offset))) {
            offset++;
        }
        if (offset >= text.length()) {
            return Optional.empty();
        }
        Token token = checked(read());
        last = token.kind();
        return Optional.of(token);
    }

    private Token read() {
        char c = text.charAt(offset);
        return switch (c) {
            case '(' -> single(last == Kind.FUNCTION ? Kind.OPEN_CALL : Kind.OPEN_GROUP);
            case ')' -> single(open.peek() == Kind.OPEN_CALL ? Kind.CLOSE_CALL : Kind.CLOSE_GROUP);
            case '[' -> single(Kind.OPEN_INDEX);
            case ']' -> single(Kind.CLOSE_INDEX);
            case ',' -> single(Kind.COMMA);
            case '*' -> single(Kind.STAR);
            case '\'' -> string();
            case '!', '>', '<', '=', '&', '|' -> operator();
            case '.' -> last == null || BEFORE_OPERAND.contains(last) ? number() : single(Kind.DOT);
            case '-', '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> word();
        };
    }

    private Token single(Kind kind) {
        return token(kind, offset, offset + 1);
    }

    private Token token(Kind kind, int start, int end) {
        offset = end;
        return new Token(kind, text.substring(start, end), start, end, Optional.empty(), Optional.empty());
    }

    private Token literal(Value value, int start, int end) {
        offset = end;
        return new Token(Kind.LITERAL, text.substring(start, end), start, end, Optional.of(value), Optional.empty());
    }

    private Token number() {
        int end = offset + 1;
        while (end < text.length() && (!isBoundary(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        double value = Coercion.number(text.substring(offset, end));
        return Double.isNaN(value)
                ? token(Kind.UNEXPECTED, offset, end)
                : literal(new Value.Numeric(value), offset, end);
    }

    private Token string() {
        StringBuilder value = new StringBuilder();
        for (int at = offset + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'') {
                boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == '\'';
                if (!doubled) {
                    return literal(Value.of(value.toString()), offset, at + 1);
                }
                at++;
            }
            value.append(c);
        }
        return token(Kind.UNEXPECTED, offset, text.length());
    }

    private Token operator() {
        for (int length = Math.min(2, text.length() - offset); length > 0; length--) {
            Operator operator = OPERATORS.get(text.substring(offset, offset + length));
            if (operator != null) {
                int start = offset;
                offset += length;
                return new Token(
                        Kind.OPERATOR, operator.sign(), start, offset, Optional.empty(), Optional.of(operator));
            }
        }
        return token(Kind.UNEXPECTED, offset, endOfWord());
    }

    private Token word() {
        int start = offset;
        int end = endOfWord();
        String word = text.substring(start, end);
        if (!isName(word)) {
            return token(Kind.UNEXPECTED, start, end);
        }
        if (last == Kind.DOT) {
            return token(Kind.PROPERTY, start, end);
        }
        return switch (word) {
            case "null" -> literal(Values.NULL, start, end);
            case "true" -> literal(Values.TRUE, start, end);
            case "false" -> literal(Values.FALSE, start, end);
            case "NaN" -> literal(new Value.Numeric(Double.NaN), start, end);
            case "Infinity" -> literal(new Value.Numeric(Double.POSITIVE_INFINITY), start, end);
            default -> token(opensCall(end) ? Kind.FUNCTION : Kind.CONTEXT, start, end);
        };
    }

    private int endOfWord() {
        int end = offset + 1;
        while (end < text.length() && !isBoundary(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean opensCall(int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '(';
    }

    private Token checked(Token token) {
        if (!mayFollow(token)) {
            return token.unexpected();
        }
        switch (token.kind()) {
            case OPEN_GROUP, OPEN_CALL, OPEN_INDEX -> open.push(token.kind());
            case CLOSE_GROUP, CLOSE_CALL, CLOSE_INDEX -> open.pop();
            case COMMA, DOT, STAR, OPERATOR, LITERAL, PROPERTY, FUNCTION, CONTEXT, UNEXPECTED -> {}
        }
        return token;
    }

    private boolean mayFollow(Token token) {
        boolean operandMayStart = last == null || BEFORE_OPERAND.contains(last);
        boolean accessible = last != null && END_OF_ACCESSIBLE.contains(last);
        boolean operandEnded = accessible || last == Kind.LITERAL;
        return switch (token.kind()) {
            case OPEN_GROUP, LITERAL, FUNCTION, CONTEXT -> operandMayStart;
            case OPEN_CALL -> last == Kind.FUNCTION;
            case OPEN_INDEX, DOT -> accessible;
            case STAR -> last == Kind.OPEN_INDEX || last == Kind.DOT;
            case PROPERTY -> last == Kind.DOT;
            case CLOSE_GROUP -> operandEnded && open.peek() == Kind.OPEN_GROUP;
            case CLOSE_CALL -> operandEnded || last == Kind.OPEN_CALL;
            case CLOSE_INDEX -> operandEnded && open.peek() == Kind.OPEN_INDEX;
            case COMMA -> operandEnded && open.peek() == Kind.OPEN_CALL;
            case OPERATOR -> token.operator().equals(Optional.of(Operator.NOT)) ? operandMayStart : operandEnded;
            case UNEXPECTED -> false;
        };
    }

    private static boolean isName(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            boolean inner = (c >= '0' && c <= '9') || c == '-';
            if (!letter && !(inner && i > 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBoundary(char c) {
        return "([)],.!><=&|".indexOf(c) >= 0 || isSpace(c);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
