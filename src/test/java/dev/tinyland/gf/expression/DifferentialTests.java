package dev.tinyland.gf.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.testing.TestTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares with GitHub's own evaluator, the package {@code @actions/expressions}, over generated expressions. Where that
 * is known to differ from the runner, nothing is generated: several doubled quotes in one text, numbers beyond what both
 * write alike, rubbish inside the braces of a format string, errors in arguments that the runner does not evaluate.
 */
class DifferentialTests {
    private static final long SEED = 20_251_121;
    private static final int CASES = 6_000;
    private static final String CONTEXTS = """
        {"github":{"event_name":"push","ref":"refs/heads/main","fork":false,"run":7,"Empty":"","nothing":null},\
        "list":[{"n":"a","k":[1,2]},{"n":"B","k":[]},5,null,"x",[3,[4]]],"text":"Hello","zero":0,"none":null}\
        """;

    @TempDir
    Path folder;

    @Test
    void agreesWithGitHub() throws IOException, InterruptedException {
        Path oracle = TestTools.npm().resolve("node_modules/@actions/expressions");
        List<String> expressions = new Generated(new Random(SEED)).expressions(CASES);
        List<String> theirs = askGitHub(oracle, expressions);
        assertEquals(expressions.size(), theirs.size());

        List<String> differences = new ArrayList<>();
        int errors = 0;
        for (int i = 0; i < expressions.size(); i++) {
            String ours = ours(expressions.get(i));
            errors += ours.equals("error") ? 1 : 0;
            if (!ours.equals(theirs.get(i))) {
                differences.add(expressions.get(i) + " is " + ours + ", there " + theirs.get(i));
            }
        }
        assertEquals(List.of(), differences);
        assertTrue(errors > 100 && errors < CASES / 2, "the mixture of good and bad says nothing: " + errors);
    }

    private static String ours(String text) {
        Value.Mapping contexts = Expressions.json(CONTEXTS);
        Map<String, Value> known = new TreeMap<>();
        contexts.keys().forEach(key -> known.put(key, contexts.get(key)));
        ParsedExpression parsed =
                new ExpressionParser(Vocabulary.plain(known.keySet())).read(Expressions.fragment(text));
        return switch (parsed) {
            case ParsedExpression.Blank _ -> "null";
            case ParsedExpression.Invalid _ -> "error";
            case ParsedExpression.Valid valid ->
                switch (new Evaluator(known, Map.of()).evaluate(valid.root())) {
                    case Evaluation.Failure _ -> "error";
                    case Evaluation.Result result -> show(result.value());
                };
        };
    }

    private static String show(Value value) {
        boolean collection = value instanceof Value.Array || value instanceof Value.Mapping;
        if (!collection) {
            return Expressions.show(value);
        }
        try {
            return new ObjectMapper().readTree(JsonText.write(value)).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> askGitHub(Path oracle, List<String> expressions) throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        StringBuilder input = new StringBuilder();
        for (String expression : expressions) {
            input.append("{\"expr\":")
                    .append(json.writeValueAsString(expression))
                    .append(",\"contexts\":")
                    .append(CONTEXTS)
                    .append("}\n");
        }
        Path questions = Files.writeString(folder.resolve("questions"), input);
        Path answers = folder.resolve("answers");
        Path script = Path.of("src/test/resources/dev/tinyland/gf/expression/evaluate.mjs")
                .toAbsolutePath();
        Process node = new ProcessBuilder("node", script.toString(), oracle.toString())
                .redirectInput(questions.toFile())
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertTrue(node.waitFor(2, TimeUnit.MINUTES), "node does not end");
        assertEquals(0, node.exitValue());
        List<String> results = new ArrayList<>();
        for (String line : Files.readAllLines(answers)) {
            results.add(json.readValue(line, String.class));
        }
        return results;
    }

    /** Expressions of every shape, most of them good. */
    private static final class Generated {
        private static final List<String> LEAVES = List.of(
                "true",
                "false",
                "null",
                "0",
                "1",
                "-1",
                "2.5",
                ".5",
                "0xff",
                "0o17",
                "1e2",
                "NaN",
                "Infinity",
                "''",
                "'a'",
                "'B'",
                "'b'",
                "'push'",
                "'REFS/heads/main'",
                "'it''s'",
                "' 12 '",
                "'0x1F'",
                "'true'",
                "'1'",
                "'Hello'",
                "github",
                "list",
                "text",
                "zero",
                "none");
        private static final List<String> ACCESSES = List.of(
                ".event_name",
                ".ref",
                ".REF",
                ".fork",
                ".missing",
                ".n",
                ".k",
                ".*",
                "[*]",
                "[0]",
                "[1]",
                "['n']",
                "['k']",
                "[5]",
                "['0']",
                "[zero]",
                "[text]",
                ".nothing",
                ".Empty",
                "[true]",
                "[null]",
                "[9]",
                "[-1]",
                "[0.9]");
        private static final List<String> OPERATORS = List.of("==", "!=", "<", "<=", ">", ">=", "&&", "||", "&&", "||");
        private static final List<String> BROKEN =
                List.of("&&", ")", "(", "[", "]", ".", ",", "'", "=", "@", "mystery(", "unheard", "1a", "\"", "!", "*");

        private final Random random;

        Generated(Random random) {
            this.random = random;
        }

        List<String> expressions(int count) {
            List<String> all = new ArrayList<>();
            while (all.size() < count) {
                String good = expression(4);
                boolean breakIt = random.nextInt(6) == 0 && !good.contains("format(");
                all.add(breakIt ? broken(good) : good);
            }
            return all;
        }

        private String broken(String good) {
            int at = random.nextInt(good.length() + 1);
            return good.substring(0, at) + pick(BROKEN) + good.substring(at);
        }

        private String expression(int depth) {
            return switch (depth == 0 ? 0 : random.nextInt(8)) {
                case 0, 1 -> pick(LEAVES);
                case 2 -> access();
                case 3, 4 -> expression(depth - 1) + blank() + pick(OPERATORS) + blank() + expression(depth - 1);
                case 5 -> "(" + blank() + expression(depth - 1) + ")";
                case 6 -> "!" + blank() + expression(depth - 1);
                default -> call(depth - 1);
            };
        }

        private String access() {
            StringBuilder access = new StringBuilder(pick(List.of("github", "list", "text", "(list)", "none")));
            for (int i = random.nextInt(4); i >= 0; i--) {
                access.append(pick(ACCESSES));
            }
            return access.toString();
        }

        private String call(int depth) {
            String first = expression(depth);
            String second = expression(depth);
            return switch (random.nextInt(8)) {
                case 0 -> "contains(" + first + "," + second + ")";
                case 1 -> "startsWith(" + first + ", " + second + ")";
                case 2 -> "endsWith (" + first + ", " + second + " )";
                case 3 -> "join(" + first + ")";
                case 4 -> "Join(" + first + ", " + second + ")";
                case 5 -> "format('{{{0}}} {1}{0}', " + first + ", " + second + ")";
                case 6 -> "toJSON(" + pick(List.of("github", "list", "list.*.k", "text", "none", "true")) + ")";
                default -> "case(!" + pick(LEAVES) + ", " + first + ", " + second + ")";
            };
        }

        private String blank() {
            return pick(List.of("", " ", " ", "\n", "\t "));
        }

        private String pick(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
