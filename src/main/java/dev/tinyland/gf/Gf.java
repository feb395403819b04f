package dev.tinyland.gf;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gf}: every tool as a subcommand. */
@Command(name = "gf", mixinStandardHelpOptions = true, description = "Tools for GloriousFlywheel.")
public final class Gf implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Gf()).execute(arguments));
    }
}
