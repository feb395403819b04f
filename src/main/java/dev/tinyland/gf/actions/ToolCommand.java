package dev.tinyland.gf.actions;

import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.CommonVerdict;
import dev.tinyland.gf.report.DishonestVerdictException;
import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.MarkdownSummary;
import dev.tinyland.gf.report.Report;
import dev.tinyland.gf.report.ReportJson;
import dev.tinyland.gf.report.ReportWriter;
import dev.tinyland.gf.report.TerminalReport;
import dev.tinyland.gf.report.Verdict;
import dev.tinyland.gf.report.VerdictTable;
import dev.tinyland.gf.report.Verdicts;
import dev.tinyland.gf.secret.RedactionFailedException;
import dev.tinyland.gf.secret.Redactor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The frame of every tool. It writes the outputs {@code verdict}, {@code exit-code}, {@code report-dir} and
 * {@code failure-reason} twice: {@code INCOMPLETE} before anything is done, so that a run killed at any moment has said
 * so, and the conclusion at the end. It turns every exception into a verdict that is not green.
 */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        addMethodSubcommands = false,
        versionProvider = ToolVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:judged and acceptable",
            "1:judged and bad",
            "2:usage or bad input; nothing was contacted",
            "3:could not judge; never green",
            "4:refused by policy",
            "70:internal error of the tool"
        })
public abstract class ToolCommand implements Callable<Integer> {
    private final Host host;
    private final String tool;
    private final Verdict[] table;

    @Mixin
    private CommonOptions options = new CommonOptions();

    /**
     * Makes the command.
     *
     * @param tool name of the tool, which is the command, the action and the schema
     * @param table the tool's verdicts in order of precedence
     */
    protected ToolCommand(Host host, String tool, Verdict[] table) {
        this.host = host;
        this.tool = tool;
        this.table = table.clone();
    }

    /**
     * Does the work. What it throws becomes a verdict: {@link InputException} the one for wrong usage, everything else
     * {@code INTERNAL_ERROR}.
     */
    protected abstract Conclusion judge(Run run) throws IOException, InterruptedException;

    /** Every verdict of this tool as its README's table shows them, in order of precedence. */
    public final String verdictTable() {
        return VerdictTable.markdown(table);
    }

    protected final Host host() {
        return host;
    }

    protected final CommonOptions options() {
        return options;
    }

    @Override
    public final Integer call() throws IOException {
        Redactor redactor = new Redactor();
        FileCommands files = new FileCommands(host.environment(), ToolCommand::token);
        WorkflowCommands commands = new WorkflowCommands(host.out(), ToolCommand::token);
        Masks masks = new Masks(commands, redactor, host.inActions());
        boolean machine = options.format() == CommonOptions.Format.json;
        PrintStream voice = machine && !host.inActions() ? host.err() : host.out();

        Optional<Path> folder;
        ReportWriter report;
        try {
            folder = reportFolder();
            report = new ReportWriter(tool, ToolVersion.current(), folder, redactor, host.clock());
        } catch (IOException e) {
            writeOutputs(files, Conclusion.of(Verdicts.usage(table)), Optional.empty(), Map.of());
            host.out()
                    .print(tool + ": the report folder cannot be written ("
                            + e.getClass().getSimpleName() + "); give --report-dir a folder of your own\n");
            return Verdicts.usage(table).exitCode().code();
        }
        try {
            writeOutputs(files, killed(), folder, Map.of());
            Run run = new Run(host, options, redactor, masks, files, commands, report, voice);
            try (Interrupts.Registration _ = host.interrupts().onInterrupt(() -> {
                voice.print(tool + ": INCOMPLETE: the run was ended from outside before it could judge\n");
                voice.flush();
            })) {
                return finish(run, report, conclude(run), files, commands, machine);
            }
        } catch (IOException e) {
            return unpublished(files, folder, e);
        }
    }

    /** A verdict nobody can read is none, and must not end as the exit code of one. */
    private int unpublished(FileCommands files, Optional<Path> folder, IOException cause) {
        host.out()
                .print(tool + ": INTERNAL_ERROR: report, summary or outputs cannot be written ("
                        + cause.getClass().getSimpleName()
                        + "), so the run has no verdict; look whether the disk is full or a file is in the way\n");
        host.out().flush();
        try {
            writeOutputs(files, new Conclusion(CommonVerdict.INTERNAL_ERROR, "not-published"), folder, Map.of());
        } catch (IOException stillNot) {
            host.out().print(tool + ": the outputs cannot be written either\n");
        }
        return ExitCode.INTERNAL_ERROR.code();
    }

    private static Conclusion killed() {
        return new Conclusion(CommonVerdict.INCOMPLETE, "killed");
    }

    private Conclusion conclude(Run run) {
        try {
            return judge(run);
        } catch (InputException e) {
            run.say(tool + ": " + e.getMessage());
            if (host.inActions()) {
                run.commands()
                        .annotate(
                                AnnotationLevel.ERROR,
                                Annotation.of(tool, run.redactor().redact(String.valueOf(e.getMessage()))));
            }
            Verdict usage = Verdicts.usage(table);
            return new Conclusion(usage, e.reason());
        } catch (InterruptedException e) {
            // The run ends here. With the flag set again the report's files would be closed while they are written.
            return new Conclusion(CommonVerdict.INCOMPLETE, "interrupted");
        } catch (RedactionFailedException e) {
            return new Conclusion(CommonVerdict.INTERNAL_ERROR, "redactor-failed");
        } catch (IOException | RuntimeException e) {
            explain(run, e);
            return new Conclusion(CommonVerdict.INTERNAL_ERROR, "internal-error");
        }
    }

    private Integer finish(
            Run run,
            ReportWriter writer,
            Conclusion wanted,
            FileCommands files,
            WorkflowCommands commands,
            boolean machine)
            throws IOException {
        // Whatever a child that was ended seemed to say, it was not a judgement.
        Conclusion conclusion = host.interrupts().interrupted() ? killed() : wanted;
        try {
            Report report;
            try {
                report = writer.conclude(conclusion.verdict(), conclusion.failureReason());
            } catch (DishonestVerdictException e) {
                run.say(tool + ": " + e.getMessage());
                conclusion = new Conclusion(CommonVerdict.INTERNAL_ERROR, "dishonest-verdict");
                report = writer.conclude(conclusion.verdict(), conclusion.failureReason());
            }
            publish(run, report, files, commands, machine);
            writeOutputs(files, conclusion, writer.folder(), report.outputs());
            return conclusion.verdict().exitCode().code();
        } catch (RedactionFailedException e) {
            host.out()
                    .print(tool
                            + ": INTERNAL_ERROR: the redactor could not vouch for the report; nothing of it is"
                            + " published\n");
            writeOutputs(
                    files, new Conclusion(CommonVerdict.INTERNAL_ERROR, "redactor-failed"), writer.folder(), Map.of());
            return ExitCode.INTERNAL_ERROR.code();
        }
    }

    private void publish(Run run, Report report, FileCommands files, WorkflowCommands commands, boolean machine)
            throws IOException {
        Redactor redactor = run.redactor();
        boolean color = options.colored(host);
        TerminalReport.Parts parts = host.inActions() && !machine
                ? TerminalReport.parts(report, color)
                : new TerminalReport.Parts(
                        machine ? ReportJson.write(report) : TerminalReport.render(report, color), "", 0);
        String text = redactor.redact(parts.open());
        String passed = redactor.redact(parts.passed());
        String summary =
                redactor.redact(MarkdownSummary.render(report, run.report().sections()));
        if (!host.inActions()) {
            host.out().print(text);
            host.out().flush();
            return;
        }
        commands.verbatim(text);
        Annotations annotations = new Annotations(commands, redactor);
        for (Check check : report.checks()) {
            annotation(check)
                    .ifPresent(level -> annotations.add(
                            level,
                            Annotation.of(
                                    tool + ' ' + check.id(),
                                    check.title() + ": " + check.observed()
                                            + (check.expected().isEmpty()
                                                    ? ""
                                                    : " (expected: " + check.expected() + ")"))));
        }
        if (!passed.isEmpty()) {
            commands.folded(tool + ": " + parts.count() + " checks passed", passed);
        }
        files.appendSummary(summary);
    }

    private static Optional<AnnotationLevel> annotation(Check check) {
        return switch (check.status()) {
            case PASS, SKIP -> Optional.empty();
            case WARN -> Optional.of(AnnotationLevel.WARNING);
            case FAIL, UNKNOWN -> Optional.of(check.required() ? AnnotationLevel.ERROR : AnnotationLevel.WARNING);
        };
    }

    private static void writeOutputs(
            FileCommands files, Conclusion conclusion, Optional<Path> folder, Map<String, String> own)
            throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>(own);
        outputs.put("verdict", conclusion.verdict().name());
        outputs.put(
                "exit-code", Integer.toString(conclusion.verdict().exitCode().code()));
        outputs.put("report-dir", folder.map(Path::toString).orElse(""));
        outputs.put("failure-reason", conclusion.failureReason());
        for (Map.Entry<String, String> output : outputs.entrySet()) {
            files.setOutput(output.getKey(), output.getValue());
        }
    }

    /** Type and frames only: the message of an exception may quote the input. */
    private void explain(Run run, Throwable thrown) {
        StringBuilder text = new StringBuilder(tool + ": INTERNAL_ERROR: "
                + thrown.getClass().getName() + ". This is a fault of the tool; please report it with these lines.");
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.tinyland")) {
                text.append("\n  at ").append(frame);
            }
        }
        run.say(text.toString());
    }

    private Optional<Path> reportFolder() throws IOException {
        Path given = options.reportDirectory();
        if (given != null) {
            return Optional.of(options.directory(host).resolve(given).normalize());
        }
        Optional<String> temporary = host.variable("RUNNER_TEMP").filter(_ -> host.inActions());
        if (temporary.isEmpty()) {
            return Optional.empty();
        }
        Path parent = Files.createDirectories(Path.of(temporary.get(), "gf-reports"));
        return Optional.of(Files.createTempDirectory(parent, tool + "-"));
    }

    private static String token() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
