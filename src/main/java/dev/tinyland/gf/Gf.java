package dev.tinyland.gf;

import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InternalErrors;
import dev.tinyland.gf.actions.ToolVersion;
import dev.tinyland.gf.actions.UsageErrors;
import dev.tinyland.gf.lint.command.LintCommands;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gf}: every tool as a subcommand. */
@Command(
        name = "gf",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        versionProvider = ToolVersion.class,
        description = "Tools for GloriousFlywheel.",
        synopsisSubcommandLabel = "COMMAND")
public final class Gf implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** The program on a machine, with every tool. */
    public static CommandLine on(Host host) {
        return forArguments(host);
    }

    /**
     * The program for one command line: with the one tool that its first argument names, with none where the version
     * alone is asked for, else with every tool.
     */
    public static CommandLine forArguments(Host host, String... arguments) {
        CommandLine line = new CommandLine(new Gf());
        String first = arguments.length == 0 ? "" : arguments[0];
        if (first.equals("lint")) {
            line.addSubcommand(first, LintCommands.command(host, arguments));
        } else if (Tools.NAMES.contains(first) && !first.equals(Tools.COMPLETION)) {
            line.addSubcommand(first, Tools.command(first, host));
        } else if (arguments.length != 1 || !(first.equals("--version") || first.equals("-V"))) {
            for (String name : Tools.NAMES) {
                line.addSubcommand(name, Tools.command(name, host));
            }
        }
        line.setOut(new PrintWriter(new OutputStreamWriter(host.out(), StandardCharsets.UTF_8), true));
        line.setErr(new PrintWriter(new OutputStreamWriter(host.err(), StandardCharsets.UTF_8), true));
        line.setDefaultValueProvider(new EnvironmentDefaults(host.environment()));
        line.setParameterExceptionHandler(new UsageErrors(host));
        line.setExecutionExceptionHandler(new InternalErrors(host));
        return line;
    }

    public static void main(String[] arguments) {
        ProcessEnd.with(forArguments(Host.ofProcess(), arguments).execute(arguments));
    }
}
