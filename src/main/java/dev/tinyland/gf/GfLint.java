package dev.tinyland.gf;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gf-lint}: the linter alone. */
@Command(name = "gf-lint", mixinStandardHelpOptions = true, description = "Judges workflows, actions and documents.")
public final class GfLint implements Runnable {

    @Override
    public void run() {
        new CommandLine(this).usage(System.out);
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new GfLint()).execute(arguments));
    }
}
