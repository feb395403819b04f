package dev.tinyland.gf.actions;

import dev.tinyland.gf.report.CommonVerdict;
import dev.tinyland.gf.report.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.UUID;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line, exit 2, and writes the common outputs all the same. The wrong argument itself
 * is not repeated: somebody may have put a secret there.
 */
public final class UsageErrors implements IParameterExceptionHandler {
    private final Host host;

    public UsageErrors(Host host) {
        this.host = host;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
        err.println(name + ": " + describe(wrong));
        err.println("Run " + name + " --help for what it takes.");
        err.flush();
        FileCommands files = new FileCommands(
                host.environment(), () -> UUID.randomUUID().toString().replace("-", ""));
        try {
            files.setOutput("verdict", CommonVerdict.INVALID.name());
            files.setOutput("exit-code", Integer.toString(ExitCode.USAGE.code()));
            files.setOutput("report-dir", "");
            files.setOutput("failure-reason", "usage");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.USAGE.code();
    }

    private static String describe(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            boolean option = first.matches("--?[A-Za-z][A-Za-z0-9-]*(=.*)?");
            return option ? "unknown option " + first.replaceFirst("=.*", "") : "one argument too many";
        }
        if (wrong.getArgSpec() != null && wrong.getValue() != null) {
            return "the value for " + EnvironmentDefaults.label(wrong.getArgSpec()) + " is not one it takes";
        }
        return String.valueOf(wrong.getMessage());
    }
}
