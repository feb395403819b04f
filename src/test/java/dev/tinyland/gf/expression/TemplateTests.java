package dev.tinyland.gf.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTests {
    private static final Evaluator EVALUATOR = new Evaluator(
            Map.of("matrix", Value.Mapping.of(Map.of("os", Value.of("linux"), "n", new Value.Numeric(3)))), Map.of());

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
        plain -> 'plain'
        `` -> ''
        ${{ matrix.n }} -> 3
        ${{matrix.n}} -> 3
        a-${{ matrix.os }}-${{ matrix.n }} -> 'a-linux-3'
        ${{ '}}' }} -> '}}'
        ${{ 'it''s }}' }}x -> 'it's }}x'
        $${{ matrix.os }}} -> '$linux}'
        ${{ vars.X }}x -> unknown[vars.X]
        ${{ }} -> null
        ${{ ! }} -> unknown[${{ ! }}]
        ${{ matrix.os -> unknown[${{ matrix.os]
        """)
    void evaluates(String text, String expected) {
        assertEquals(
                expected,
                Expressions.show(Template.parse(Expressions.fragment(text)).evaluate(EVALUATOR)));
    }

    @Test
    void segmentsAreTheWholeInOrder() {
        Template template = Template.parse(Expressions.fragment("a ${{ b }}${{ c }} d"));
        assertEquals(
                List.of("a ", "${{ b }}", "${{ c }}", " d"),
                template.segments().stream()
                        .map(segment -> segment.text().text())
                        .toList());
        assertFalse(template.isOneExpression());
        assertEquals(8, template.interpolations().getFirst().text().length());
    }

    @Test
    void whatIsNotClosedIsSaid() {
        Template template = Template.parse(Expressions.fragment("x ${{ 'a }}"));
        ParsedExpression parsed = template.interpolations().getFirst().parsed();
        assertTrue(parsed instanceof ParsedExpression.Invalid invalid
                && invalid.problem().kind() == ExpressionProblem.Kind.NOT_CLOSED);
    }
}
