package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.Fragment;
import java.util.List;
import java.util.Optional;

/**
 * A piece of text with its meaning.
 *
 * @param text the text, mapped to the file
 * @param surface the kind of file it stands in
 * @param role what it is there
 * @param language language of the fence or script it belongs to, in lower case ({@code bash}, {@code yaml}, {@code hcl},
 *     {@code nix}, …); empty for prose and for plain fences
 * @param path keys that lead to it, outermost first, as in {@code jobs build steps 3 env ATTIC_SERVER}; empty in prose
 * @param label why it is exempt: it is labelled legacy, or stands in an archive; empty for a passage that counts
 */
public record Passage(
        Fragment text, Surface surface, Role role, String language, List<String> path, Optional<Label> label) {

    public Passage {
        path = List.copyOf(path);
    }

    /** The innermost key, or empty. */
    public String key() {
        return path.isEmpty() ? "" : path.getLast();
    }
}
