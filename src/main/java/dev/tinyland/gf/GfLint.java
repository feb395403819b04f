package dev.tinyland.gf;

import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.lint.command.LintCommands;

/** {@code gf-lint}: the linter alone. */
public final class GfLint {
    private GfLint() {}

    public static void main(String[] arguments) {
        ProcessEnd.with(LintCommands.program(Host.ofProcess(), arguments).execute(arguments));
    }
}
