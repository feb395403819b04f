package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InternalErrors;
import dev.tinyland.gf.actions.UsageErrors;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.rules.Rules;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Puts the linter's commands together. */
public final class LintCommands {
    private static final String[] EVERYTHING = {"--help"};

    private LintCommands() {}

    /** The linter as a program of its own, with every subcommand. */
    public static CommandLine program(Host host) {
        return program(host, EVERYTHING);
    }

    /** The linter as a program of its own, for one command line. */
    public static CommandLine program(Host host, String... arguments) {
        CommandLine line = command(host, arguments);
        line.setCommandName("gf-lint");
        if (asksFor("generate-completion", arguments)) {
            line.addSubcommand(new AutoComplete.GenerateCompletion());
        }
        line.setOut(writer(host.out()));
        line.setErr(writer(host.err()));
        line.setDefaultValueProvider(new EnvironmentDefaults(host.environment()));
        line.setParameterExceptionHandler(new UsageErrors(host));
        line.setExecutionExceptionHandler(new InternalErrors(host));
        return line;
    }

    /** The linter as a subcommand with every subcommand of its own; the parent sets streams, defaults and handlers. */
    public static CommandLine command(Host host) {
        return command(host, EVERYTHING);
    }

    /** The linter as a subcommand, for what follows its name on the command line. */
    public static CommandLine command(Host host, String... arguments) {
        RuleSet rules = Rules.all();
        CommandLine line = new CommandLine(new LintCommand(host, rules));
        if (asksFor("rules", arguments)) {
            line.addSubcommand(new RulesCommand(host, rules));
        }
        if (asksFor("explain", arguments)) {
            line.addSubcommand(new ExplainCommand(host, rules));
        }
        if (asksFor("schema", arguments)) {
            line.addSubcommand(new SchemaCommand(host, rules));
        }
        return line;
    }

    /**
     * Whether the subcommand can take part: it stands among the arguments, the help may list it, or a file of arguments
     * may name it. Each subcommand costs a hundredth of a second or two, more than judging a file.
     */
    private static boolean asksFor(String subcommand, String... arguments) {
        for (String argument : arguments) {
            boolean shortOptions = argument.startsWith("-") && !argument.startsWith("--");
            if (argument.equals(subcommand) || argument.equals("--help") || shortOptions || argument.startsWith("@")) {
                return true;
            }
        }
        return false;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
