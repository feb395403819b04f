package dev.tinyland.gf.lint.model;

/** What a {@code uses:} names. */
public sealed interface Reference {

    /** False only where a {@code uses:} names nothing of this root, told without reading it. */
    static boolean mayBeLocal(String uses) {
        String text = uses.strip();
        return text.startsWith(".") || text.startsWith("$/") || text.contains(".github/");
    }

    /**
     * An action of this root.
     *
     * @param certain false where only the tail of the path was found here: a checkout elsewhere or another repository
     *     may hold the same tail
     */
    record LocalAction(ActionFile action, boolean certain) implements Reference {}

    /** A workflow of this root; {@code certain} as for an action. */
    record LocalWorkflow(Workflow workflow, boolean certain) implements Reference {}

    /** A path of this root where nothing of the sort stands: made by a checkout or by an earlier step, or missing. */
    record Absent(String path) implements Reference {}

    /**
     * Something of another repository.
     *
     * @param repository {@code owner/name}
     * @param path inside the repository, empty for its root
     * @param ref branch, tag or commit, empty when it has none
     */
    record Remote(String repository, String path, String ref) implements Reference {}

    record ContainerImage(String image) implements Reference {}

    /** An expression or a text of no known form. */
    record Undecided() implements Reference {}
}
