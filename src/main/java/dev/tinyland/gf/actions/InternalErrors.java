package dev.tinyland.gf.actions;

import dev.tinyland.gf.report.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Ends a command that broke with exit 70: picocli's own answer is 1, which says that something was judged. Only the type
 * and our own frames are printed, for the message of an exception may quote a file or a secret.
 */
public final class InternalErrors implements IExecutionExceptionHandler {
    private final Host host;

    public InternalErrors(Host host) {
        this.host = host;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        StringBuilder text = new StringBuilder(command.getCommandSpec().qualifiedName())
                .append(": internal error (")
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
    }
}
