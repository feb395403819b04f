package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.contract.Publication;
import dev.tinyland.gf.contract.PushAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The actions and reusable workflows that can publish, and what in them decides.
 *
 * @param entries the first that matches counts
 */
public record PushCatalogue(List<Entry> entries) {

    /**
     * Something that can publish.
     *
     * @param tail the last segments of its {@code uses:} without a version; a last segment {@code *} is any file
     * @param field the input that decides; empty where it always publishes
     * @param decidingValue the only value of it that counts
     * @param turnsOff whether that value turns publication off; otherwise it turns it on
     * @param anyCase whether the value counts in any case
     * @param publishesByDefault whether it publishes when the input is not given
     * @param versions for which versions this holds, for people; empty for all seen
     */
    public record Entry(
            String tail,
            Optional<String> field,
            String decidingValue,
            boolean turnsOff,
            boolean anyCase,
            boolean publishesByDefault,
            String versions) {

        /** What stands in every {@code uses:} that names it. */
        String word() {
            return tail.endsWith("/*") ? tail.substring(0, tail.length() - 2) : tail;
        }

        boolean matches(String uses) {
            int at = uses.indexOf('@');
            String path = at < 0 ? uses : uses.substring(0, at);
            if (tail.endsWith("/*")) {
                int slash = path.lastIndexOf('/');
                return slash > 0 && endsWith(path.substring(0, slash), word());
            }
            return endsWith(path.endsWith("/") ? path.substring(0, path.length() - 1) : path, word());
        }

        private static boolean endsWith(String path, String tail) {
            int before = path.length() - tail.length() - 1;
            return path.endsWith(tail) && (before < 0 || path.charAt(before) == '/');
        }
    }

    /** Reusable workflows of others, seen in the repositories named. */
    private static final List<Entry> REUSABLE_WORKFLOWS = List.of(new Entry(
            "nix-flake-workflow/.github/workflows/*",
            Optional.of("binary-cache"),
            "true",
            false,
            true,
            false,
            "jzbor/nix-flake-workflow and its copies, 2024 on"));

    public PushCatalogue {
        entries = List.copyOf(entries);
    }

    public static PushCatalogue of(Publication publication) {
        List<Entry> entries = new ArrayList<>();
        for (PushAction action : publication.actions()) {
            boolean skips =
                    action.input().filter(publication.skipInput()::equals).isPresent();
            entries.add(
                    new Entry(action.name(), action.input(), action.offValue().orElse(""), true, !skips, true, ""));
        }
        entries.addAll(REUSABLE_WORKFLOWS);
        return new PushCatalogue(entries);
    }

    public Optional<Entry> find(String uses) {
        for (Entry entry : entries) {
            if (entry.matches(uses)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
