package dev.tinyland.gf.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Visits every node once, in the order of the file, with the keys that lead to it. A node that aliases share is visited
 * by the first way only, so a walk costs what the file holds and not what its aliases expand to.
 */
public final class YamlWalker {

    private YamlWalker() {}

    /** What is done with each node. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Takes one node.
         *
         * @param path keys from the root, outermost first; items of sequences are their 0-based index. A live view: copy
         *     it to keep it
         */
        void visit(List<String> path, YamlNode node);
    }

    public static void walk(YamlNode root, Visitor visitor) {
        Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<String> path = new ArrayList<>();
        walk(root, visitor, seen, path, Collections.unmodifiableList(path));
    }

    private static void walk(YamlNode node, Visitor visitor, Set<YamlNode> seen, List<String> path, List<String> view) {
        if (!seen.add(node)) {
            return;
        }
        visitor.visit(view, node);
        switch (node) {
            case YamlScalar scalar -> {}
            case YamlMapping mapping -> {
                for (YamlEntry entry : mapping.entries()) {
                    path.addLast(entry.key().value());
                    walk(entry.value(), visitor, seen, path, view);
                    path.removeLast();
                }
            }
            case YamlSequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    path.addLast(Integer.toString(i));
                    walk(sequence.items().get(i), visitor, seen, path, view);
                    path.removeLast();
                }
            }
        }
    }
}
