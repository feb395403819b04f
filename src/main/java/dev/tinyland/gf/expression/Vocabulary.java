package dev.tinyland.gf.expression;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names an expression may use, without regard to case.
 *
 * @param contexts the contexts that exist; empty where any name is taken for one
 * @param functions how many arguments each function takes
 */
public record Vocabulary(Optional<Set<String>> contexts, Map<String, Arity> functions) {

    /** Least and greatest number of arguments. */
    public record Arity(int least, int greatest) {}

    private static final int MANY = 255;
    private static final Map<String, Arity> EVERYWHERE = Map.of(
            "case", new Arity(3, MANY),
            "contains", new Arity(2, 2),
            "endswith", new Arity(2, 2),
            "format", new Arity(1, MANY),
            "join", new Arity(1, 2),
            "startswith", new Arity(2, 2),
            "tojson", new Arity(1, 1),
            "fromjson", new Arity(1, 1));
    private static final Map<String, Arity> IN_WORKFLOWS = Map.of(
            "hashfiles", new Arity(1, MANY),
            "success", new Arity(0, MANY),
            "failure", new Arity(0, MANY),
            "always", new Arity(0, 0),
            "cancelled", new Arity(0, 0));

    public Vocabulary {
        contexts = contexts.map(names -> {
            Set<String> folded = new TreeSet<>();
            names.forEach(name -> folded.add(name.toLowerCase(Locale.ROOT)));
            return Set.copyOf(folded);
        });
        functions = Map.copyOf(functions);
    }

    /** All functions of workflows, and any context. */
    public static Vocabulary ofWorkflows() {
        Map<String, Arity> all = new TreeMap<>(EVERYWHERE);
        all.putAll(IN_WORKFLOWS);
        return new Vocabulary(Optional.empty(), all);
    }

    /** The functions that need no workflow, and these contexts. */
    public static Vocabulary plain(Set<String> contexts) {
        return new Vocabulary(Optional.of(contexts), EVERYWHERE);
    }

    boolean knowsContext(String name) {
        return contexts.isEmpty() || contexts.get().contains(name.toLowerCase(Locale.ROOT));
    }

    Optional<Arity> function(String name) {
        return Optional.ofNullable(functions.get(name.toLowerCase(Locale.ROOT)));
    }
}
