package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.UsageErrors;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.rules.Rules;
import dev.tinyland.gf.report.ExitCode;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Puts the linter's commands together. */
public final class LintCommands {
    private LintCommands() {}

    /** The linter as a program of its own. */
    public static CommandLine program(Host host) {
        CommandLine line = command(host);
        line.setCommandName("gf-lint");
        line.addSubcommand(new AutoComplete.GenerateCompletion());
        line.setOut(writer(host.out()));
        line.setErr(writer(host.err()));
        line.setDefaultValueProvider(new EnvironmentDefaults(host.environment()));
        line.setParameterExceptionHandler(new UsageErrors(host));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            StringBuilder text = new StringBuilder("gf-lint: internal error (")
                    .append(failure.getClass().getName())
                    .append("); please report it with these lines.\n");
            for (StackTraceElement frame : failure.getStackTrace()) {
                if (frame.getClassName().startsWith("dev.tinyland")) {
                    text.append("  at ").append(frame).append('\n');
                }
            }
            host.err().print(text);
            host.err().flush();
            return ExitCode.INTERNAL_ERROR.code();
        });
        return line;
    }

    /** The linter as a subcommand; the parent sets streams, defaults and handlers. */
    public static CommandLine command(Host host) {
        RuleSet rules = Rules.all();
        CommandLine line = new CommandLine(new LintCommand(host, rules));
        line.addSubcommand(new RulesCommand(host, rules));
        line.addSubcommand(new ExplainCommand(host, rules));
        line.addSubcommand(new SchemaCommand(host, rules));
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
