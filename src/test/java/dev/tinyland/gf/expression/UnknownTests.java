package dev.tinyland.gf.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownTests {
    private static final Map<String, Value> CONTEXTS = Map.of(
            "github", Value.Mapping.open("github", Map.of("ref", Value.of("refs/heads/main"))),
            "env", Value.Mapping.openCaseSensitive("env", Map.of("CI", Value.of("true"))),
            "secrets", Value.Mapping.of(Map.of("TOKEN", Value.Unknown.presentText(Set.of("secrets.TOKEN")))));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
        github.ref == 'refs/heads/main' -> true
        github.actor -> unknown[github.actor]
        github.event.pull_request.number -> unknown[github.event.pull_request.number]
        vars.FORCE == 'true' -> one of [false, true]
        false && vars.X -> false
        vars.X && false -> one of [false, unknown[vars.X]]
        (vars.X == 'a') && false -> false
        (vars.X == 'a') || true -> true
        vars.X == 'a' && 'yes' || 'no' -> one of ['no', 'yes']
        (vars.X == 'a' && 'yes' || 'no') == 'maybe' -> false
        (vars.X == 'a' && 'yes' || 'yes') -> 'yes'
        (vars.X && 'yes' || 'no') != '' -> true
        vars.X && 'yes' || 'no' -> one of ['no', 'yes']
        !vars.X -> one of [false, true]
        !(false && vars.X) -> true
        secrets.TOKEN != '' -> true
        secrets.TOKEN == '' -> false
        secrets.TOKEN == 'guess' -> one of [false, true]
        secrets.OTHER == '' -> true
        !!secrets.TOKEN -> true
        format('{0}', secrets.TOKEN) != '' -> true
        format('x{0}', vars.X) == '' -> false
        env.CI -> 'true'
        env.ci -> unknown[env.ci]
        contains(vars.X, 'a') -> one of [false, true]
        contains('abc', vars.X == 'a' && 'a' || 'b') -> true
        startsWith(github.head_ref, 'release/') -> one of [false, true]
        fromJSON(vars.X).y -> unknown[vars.X.y]
        fromJSON('[1,2]')[vars.I] -> one of [1, 2, null]
        case(vars.X == 'a', 1, true, 2, 3) -> one of [1, 2]
        case(vars.X == 'a', 1, true, 1, 3) -> 1
        hashFiles('**/x') -> unknown[hashFiles()]
        success() -> one of [false, true]
        unheard.of -> unknown[unheard.of]
        github.event.labels.*.name -> unknown[github.event.labels.*.name]
        contains(github.event.labels.*.name, 'x') -> one of [false, true]
        vars.X > 3 && false || false -> false
        toJSON(github) == '' -> false
        """)
    void followsWhatIsNotKnown(String expression, String expected) {
        assertEquals(expected, Expressions.show(Expressions.value(expression, CONTEXTS)));
    }

    @Test
    void saysWhereItComesFrom() {
        Value value = Expressions.value("vars.X == 'a' && github.actor != 'b'", CONTEXTS);
        assertEquals(Set.of("vars.X", "github.actor"), value.origins());
    }

    @Test
    void aValueThatCanBeManyThingsIsNotCountedFurther() {
        Value pick = Expressions.value("fromJSON('[1,2,3,4,5,6,7,8,9]')[vars.X]", CONTEXTS);
        Value product = new Evaluator(Map.of("pick", pick), Map.of())
                                .evaluate(Expressions.valid("format('{0}{1}', pick, pick)"))
                        instanceof Evaluation.Result result
                ? result.value()
                : Values.NULL;
        assertEquals(List.of(), ((Value.Unknown) product).alternatives());
        assertEquals(Set.of("vars.X"), product.origins());
    }
}
