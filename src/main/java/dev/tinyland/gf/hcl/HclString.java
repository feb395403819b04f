package dev.tinyland.gf.hcl;

import dev.tinyland.gf.text.Fragment;
import java.util.List;

/**
 * A quoted string or a heredoc.
 *
 * @param content the value; interpolations and directives stay as written
 * @param literal whether it holds no interpolation and no directive
 * @param heredoc whether it is a heredoc
 * @param keys keys of the objects around it, outermost first, as in {@code ["labels", "app"]}
 */
public record HclString(Fragment content, boolean literal, boolean heredoc, List<String> keys) {

    public HclString {
        keys = List.copyOf(keys);
    }
}
