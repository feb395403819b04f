package dev.tinyland.gf.expression;

import dev.tinyland.gf.text.Span;

/**
 * Why a text is no expression.
 *
 * @param symbol what was met there, as written; empty where the whole is meant
 * @param offset where in the expression, in UTF-16 units from 0
 * @param span where in the file
 */
public record ExpressionProblem(Kind kind, String symbol, int offset, Span span) {

    /** What is wrong. */
    public enum Kind {
        UNEXPECTED_SYMBOL("Unexpected symbol"),
        UNEXPECTED_END("Unexpected end of expression"),
        UNRECOGNIZED_FUNCTION("Unrecognized function"),
        UNRECOGNIZED_CONTEXT("Unrecognized named-value"),
        TOO_FEW_ARGUMENTS("Too few parameters supplied"),
        TOO_MANY_ARGUMENTS("Too many parameters supplied"),
        EVEN_ARGUMENTS("Even number of parameters supplied, requires an odd number of parameters"),
        TOO_DEEP("Exceeded max expression depth " + ExpressionParser.GREATEST_DEPTH),
        TOO_LONG("Exceeded max expression length " + ExpressionParser.GREATEST_LENGTH),
        NOT_CLOSED("The expression is not closed: an unescaped ${{ was found without its }}");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** One sentence in GitHub's own words, so that it can be searched for. */
    public String message() {
        return symbol.isEmpty()
                ? kind.words()
                : kind.words() + ": '" + symbol + "'. Located at position " + (offset + 1);
    }
}
