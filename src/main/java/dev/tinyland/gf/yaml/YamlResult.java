package dev.tinyland.gf.yaml;

import java.util.List;

/** What parsing gave. */
public sealed interface YamlResult {

    /**
     * A readable stream.
     *
     * @param documents one root for each document that is not empty
     * @param problems duplicate keys, keys that are no scalars
     */
    record Parsed(List<YamlNode> documents, List<YamlComment> comments, List<YamlProblem> problems)
            implements YamlResult {

        public Parsed {
            documents = List.copyOf(documents);
            comments = List.copyOf(comments);
            problems = List.copyOf(problems);
        }
    }

    /** Not YAML, or YAML nobody should read: too deep, too large, cyclic, an alias bomb. */
    record Unreadable(YamlProblem problem) implements YamlResult {}
}
