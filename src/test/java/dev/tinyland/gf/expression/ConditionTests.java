package dev.tinyland.gf.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTests {
    private static final Map<String, Value> CONTEXTS = Map.of(
            "github",
            Value.Mapping.open("github", Map.of("ref", Value.of("refs/heads/main"), "event_name", Value.of("push"))));

    /** Verdict after success and after a failure. */
    @ParameterizedTest(name = "{0}: {1}, after a failure {2}")
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
        github.ref == 'refs/heads/main' -> TRUE -> FALSE
        ${{ github.ref == 'refs/heads/main' }} -> TRUE -> FALSE
        ${{ github.ref == 'refs/heads/dev' }} -> FALSE -> FALSE
        `${{ github.ref == 'refs/heads/dev' }}\\n` -> TRUE -> FALSE
        ${{ false }} && ${{ false }} -> TRUE -> FALSE
        github.ref == ${{ 'x' }} -> TRUE -> FALSE
        ${{ '' }}${{ '' }} -> FALSE -> FALSE
        `false\\n` -> FALSE -> FALSE
        `` -> TRUE -> FALSE
        always() -> TRUE -> TRUE
        always() && github.event_name == 'push' -> TRUE -> TRUE
        failure() -> FALSE -> TRUE
        !cancelled() && github.ref != 'refs/heads/main' -> FALSE -> FALSE
        !cancelled() -> TRUE -> TRUE
        vars.X == 'y' -> UNKNOWN -> FALSE
        vars.X == 'y' && github.ref == 'refs/heads/dev' -> FALSE -> FALSE
        github.event_name == -> UNKNOWN -> FALSE
        false -> FALSE -> FALSE
        'false' -> TRUE -> FALSE
        """)
    void comesTo(String text, Truth afterSuccess, Truth afterFailure) {
        Condition condition = Condition.parse(Expressions.fragment(text.replace("\\n", "\n")));
        assertEquals(afterSuccess, condition.truth(new Evaluator(CONTEXTS, status(true))));
        assertEquals(afterFailure, condition.truth(new Evaluator(CONTEXTS, status(false))));
    }

    private static Map<String, Value> status(boolean good) {
        return Map.of(
                "success",
                Value.of(good),
                "failure",
                Value.of(!good),
                "always",
                Values.TRUE,
                "cancelled",
                Values.FALSE);
    }
}
