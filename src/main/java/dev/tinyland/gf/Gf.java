package dev.tinyland.gf;

import dev.tinyland.gf.access.AccessCommands;
import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.ToolVersion;
import dev.tinyland.gf.actions.UsageErrors;
import dev.tinyland.gf.arc.command.ArcInspectCommand;
import dev.tinyland.gf.arc.command.ArcPlanCommand;
import dev.tinyland.gf.lint.command.LintCommands;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gf}: every tool as a subcommand. */
@Command(
        name = "gf",
        mixinStandardHelpOptions = true,
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

    /** The program on a machine; each tool is one line here. */
    public static CommandLine on(Host host) {
        CommandLine line = new CommandLine(new Gf());
        line.addSubcommand(LintCommands.command(host));
        AccessCommands.all(host).forEach(line::addSubcommand);
        line.addSubcommand(new ArcPlanCommand(host));
        line.addSubcommand(new ArcInspectCommand(host));
        line.addSubcommand(new AutoComplete.GenerateCompletion());
        line.setOut(new PrintWriter(new OutputStreamWriter(host.out(), StandardCharsets.UTF_8), true));
        line.setErr(new PrintWriter(new OutputStreamWriter(host.err(), StandardCharsets.UTF_8), true));
        line.setDefaultValueProvider(new EnvironmentDefaults(host.environment()));
        line.setParameterExceptionHandler(new UsageErrors(host));
        return line;
    }

    public static void main(String[] arguments) {
        System.exit(on(Host.ofProcess()).execute(arguments));
    }
}
