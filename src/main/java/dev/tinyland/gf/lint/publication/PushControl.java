package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Evaluator;
import dev.tinyland.gf.expression.Value;
import dev.tinyland.gf.expression.Values;
import dev.tinyland.gf.text.Span;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What decides whether a place that is reached publishes. */
public sealed interface PushControl extends Reach.Control {

    /** It publishes whenever it runs. */
    record Always() implements PushControl {
        @Override
        public Value publishes(Evaluator evaluator, Map<String, Value> with) {
            return Values.TRUE;
        }
    }

    /**
     * An input decides.
     *
     * @param input its name
     * @param decidingValue the only value that counts
     * @param turnsOff whether that value turns publication off; otherwise it turns it on
     * @param defaultValue what the input is when it is not given
     * @param given the value as written, in the file; empty when the input is omitted
     * @param literalOff whether the value is, as written, the literal that keeps publication off
     * @param wholeMapping whether an expression stands in place of all inputs
     */
    record Input(
            String input,
            String decidingValue,
            boolean turnsOff,
            Value defaultValue,
            Optional<Span> given,
            boolean literalOff,
            boolean wholeMapping)
            implements PushControl {

        @Override
        public Value publishes(Evaluator evaluator, Map<String, Value> with) {
            if (wholeMapping) {
                return Value.Unknown.bool(Set.of("with"));
            }
            if (literalOff) {
                return Values.FALSE;
            }
            Value value = given.isEmpty() ? defaultValue : find(with);
            Value decides = Evaluator.isText(value, decidingValue);
            return turnsOff ? Evaluator.negated(decides) : decides;
        }

        private Value find(Map<String, Value> with) {
            return with.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(input))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(defaultValue);
        }
    }
}
