package dev.tinyland.gf.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
        1 < -> Unexpected end of expression: '<'. Located at position 3
        1 < ) -> Unexpected symbol: ')'. Located at position 5
        (1, -> Unexpected symbol: ','. Located at position 3
        1 2 -> Unexpected symbol: '2'. Located at position 3
        'abc -> Unexpected symbol: ''abc'. Located at position 1
        1 = 2 -> Unexpected symbol: '='. Located at position 3
        a & b -> Unexpected symbol: '&'. Located at position 3
        'a'.b -> Unexpected symbol: '.'. Located at position 4
        a..b -> Unexpected symbol: '.'. Located at position 3
        a. -> Unexpected end of expression: '.'. Located at position 2
        a[ -> Unexpected end of expression: '['. Located at position 2
        a[1) -> Unexpected symbol: ')'. Located at position 4
        * -> Unexpected symbol: '*'. Located at position 1
        format( -> Unexpected end of expression: '('. Located at position 7
        format() -> Too few parameters supplied: 'format'. Located at position 1
        always(1) -> Too many parameters supplied: 'always'. Located at position 1
        contains('a', 'b', 'c') -> Too many parameters supplied: 'contains'. Located at position 1
        case(true, 1, true, 2) -> Even number of parameters supplied, requires an odd number of parameters: 'case'. Located at position 1
        mystery(1) -> Unrecognized function: 'mystery'. Located at position 1
        -Inf -> Unexpected symbol: '-Inf'. Located at position 1
        a "b" -> Unexpected symbol: '"b"'. Located at position 3
        """)
    void namesTheFirstThingThatIsWrong(String expression, String message) {
        assertEquals(message, Expressions.problem(expression).message());
    }

    @Test
    void knowsOnlyTheContextsItIsTold() {
        ParsedExpression parsed = new ExpressionParser(Vocabulary.plain(Set.of("GitHub")))
                .read(Expressions.fragment("github.ref == secrets.x"));
        assertEquals(
                "Unrecognized named-value: 'secrets'. Located at position 15",
                assertInstanceOf(ParsedExpression.Invalid.class, parsed)
                        .problem()
                        .message());
    }

    @Test
    void everyNodeHasItsPlaceInTheFile() {
        String file = "if: !contains(github.ref, 'x') && a[0].b\n";
        SourceFile source = new SourceFile("f", file);
        Fragment text = Fragment.whole(source).slice(4, file.length() - 1);
        Expression.Logical and = (Expression.Logical) ((ParsedExpression.Valid) ExpressionParser.parse(text)).root();
        Expression.Not not = (Expression.Not) and.operands().get(0);
        Expression.Call call = (Expression.Call) not.operand();
        assertEquals("!contains(github.ref, 'x') && a[0].b", source.text(and.span()));
        assertEquals("!contains(github.ref, 'x')", source.text(not.span()));
        assertEquals("contains(github.ref, 'x')", source.text(call.span()));
        assertEquals("github.ref", source.text(call.arguments().get(0).span()));
        assertEquals("'x'", source.text(call.arguments().get(1).span()));
        assertEquals("a[0].b", source.text(and.operands().get(1).span()));
    }

    @Test
    void aProblemHasItsPlaceInTheFile() {
        SourceFile source = new SourceFile("f", "if: a && && b");
        ParsedExpression parsed = ExpressionParser.parse(
                Fragment.whole(source).slice(4, source.text().length()));
        assertEquals(
                new dev.tinyland.gf.text.Span(9, 11),
                assertInstanceOf(ParsedExpression.Invalid.class, parsed)
                        .problem()
                        .span());
    }

    @Test
    void blankIsNoProblem() {
        assertInstanceOf(ParsedExpression.Blank.class, Expressions.parse(" \t\r\n"));
    }

    @Test
    void longerThanTheLimitIsRefused() {
        String fits = "'" + "x".repeat(ExpressionParser.GREATEST_LENGTH - 2) + "'";
        assertInstanceOf(ParsedExpression.Valid.class, Expressions.parse(fits));
        assertEquals(
                ExpressionProblem.Kind.TOO_LONG, Expressions.problem(fits + " ").kind());
    }

    @Test
    void deeperThanTheLimitIsRefused() {
        assertInstanceOf(ParsedExpression.Valid.class, Expressions.parse("!".repeat(49) + "a"));
        assertEquals(
                ExpressionProblem.Kind.TOO_DEEP,
                Expressions.problem("!".repeat(50) + "a").kind());
    }

    @Test
    void aChainOfTheSameOperatorCountsOnce() {
        assertInstanceOf(ParsedExpression.Valid.class, Expressions.parse("a" + " && a".repeat(3000)));
        assertInstanceOf(ParsedExpression.Valid.class, Expressions.parse("a && (a && (a && a))"));
        assertTrue(Expressions.parse("a" + " == a".repeat(60)) instanceof ParsedExpression.Invalid);
    }

    @Test
    void parenthesesWithoutEndDoNotExhaustTheStack() {
        String deep = "(".repeat(10_000);
        assertInstanceOf(ParsedExpression.Valid.class, Expressions.parse(deep + "a" + ")".repeat(10_000)));
        assertEquals(
                ExpressionProblem.Kind.UNEXPECTED_END,
                Expressions.problem(deep + "a").kind());
        assertEquals(
                ExpressionProblem.Kind.TOO_DEEP,
                Expressions.problem("!".repeat(20_000) + "a").kind());
    }
}
