package dev.tinyland.gf.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTests {
    private static final Map<String, Value> CONTEXTS = Map.of(
            "github",
                    Expressions.json("{\"event_name\":\"push\",\"ref\":\"refs/heads/main\",\"run\":7,\"fork\":false}"),
            "list", Expressions.value("fromJSON('[{\"n\":\"a\",\"k\":[1,2]},{\"n\":\"b\"},5]')", Map.of()),
            "none", Values.NULL);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
        1 -> 1
        -0 -> 0
        .5 -> 0.5
        0xff -> 255
        0o17 -> 15
        1e3 -> 1000
        '' -> ''
        'it''s ''so''' -> 'it's 'so''
        format('{0}', 1e15) -> '1E+15'
        format('{0}', 0.00001) -> '1E-05'
        format('{0}', 0.1) -> '0.1'
        format('{0}', 123456789012345) -> '123456789012345'
        format('{0} {1} {0}', 'a', true) -> 'a true a'
        format('{{{0}}}', null) -> '{}'
        'Main' == 'mAIN' -> true
        'ı' == 'I' -> false
        'straße' == 'STRASSE' -> false
        null == 0 -> true
        null == '' -> true
        false == '' -> true
        true == '1' -> true
        '0xA' == 10 -> true
        'abc' == 0 -> false
        NaN == NaN -> false
        'b' > 'A' -> true
        '10' > 9 -> true
        '10' > '9' -> false
        null < true -> true
        list == list -> true
        list == 0 -> false
        github.REF == github['ref'] -> true
        github.missing -> null
        github.missing.deeper -> null
        none.x -> null
        list[0].n -> 'a'
        list['1'].n -> 'b'
        list[9] -> null
        list[-1] -> null
        list.*.n -> ['a', 'b']
        list.*.k.* -> [1, 2]
        list[*].k[1] -> [2]
        github.ref.* -> []
        true && 'yes' -> 'yes'
        '' && 'yes' -> ''
        false && 'a' || 'b' -> 'b'
        true && '' || 'b' -> 'b'
        'x' || fromJSON('{') -> 'x'
        !'false' -> false
        !'' -> true
        !0 -> true
        !list -> false
        1 < 2 == true -> true
        !false && false -> false
        contains('Hello', 'ELL') -> true
        contains('', '') -> true
        contains(list.*.n, 'B') -> true
        contains(list, 5) -> true
        contains(github, 'push') -> false
        startsWith(github.ref, 'REFS/heads/') -> true
        startsWith(list, 'a') -> false
        endsWith('main', 'IN') -> true
        join(list.*.n) -> 'a,b'
        join(list.*.n, ' + ') -> 'a + b'
        join('x', '-') -> 'x'
        join(github) -> ''
        toJSON(list.*.n) -> '[\\n  "a",\\n  "b"\\n]'
        fromJSON('true') -> true
        fromJSON('[]') -> []
        fromJSON('{"A":1}').a -> 1
        case(false, 1, true, 2, 3) -> 2
        case(1 > 2, 'a', 'b') -> 'b'
        """)
    void calculatesAsTheRunnerDoes(String expression, String expected) {
        assertEquals(expected.replace("\\n", "\n"), Expressions.show(Expressions.value(expression, CONTEXTS)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "format('{1}', 'a')",
                "format('{')",
                "format('}')",
                "format('{a}', 1)",
                "format('{0:x}', 1)",
                "fromJSON('')",
                "fromJSON('{')",
                "fromJSON('1 2')",
                "case('x', 1, 2)",
                "false || format('{0}')"
            })
    void failsWhereTheRunnerFails(String expression) {
        assertInstanceOf(Evaluation.Failure.class, Expressions.evaluate(expression, CONTEXTS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {"format('{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}', %s)", "toJSON(format('{0}\"\"', toJSON(%s)))"})
    void textThatGrowsWithEveryCallEndsInAFailure(String growing) {
        String expression = "'1234567890'";
        for (int depth = 0; depth < 16; depth++) {
            expression = growing.replace("%s", expression);
        }
        assertInstanceOf(Evaluation.Failure.class, Expressions.evaluate(expression, CONTEXTS));
    }
}
