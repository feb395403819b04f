package dev.tinyland.gf.just;

import dev.tinyland.gf.text.Fragment;
import java.util.List;

/**
 * An expression.
 *
 * @param text as written
 * @param strings its strings without quotes
 * @param commands what stands between backquotes: scripts of the shell
 */
public record JustExpression(Fragment text, List<Fragment> strings, List<Fragment> commands) {

    public JustExpression {
        strings = List.copyOf(strings);
        commands = List.copyOf(commands);
    }
}
