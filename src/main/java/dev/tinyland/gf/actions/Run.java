package dev.tinyland.gf.actions;

import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.ReportWriter;
import dev.tinyland.gf.secret.RedactionFailedException;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a tool, as the tool sees it: where it looks, what it protects, what it says. */
public final class Run {
    private final Host host;
    private final CommonOptions options;
    private final Redactor redactor;
    private final Masks masks;
    private final FileCommands files;
    private final WorkflowCommands commands;
    private final ReportWriter report;
    private final PrintStream voice;

    Run(
            Host host,
            CommonOptions options,
            Redactor redactor,
            Masks masks,
            FileCommands files,
            WorkflowCommands commands,
            ReportWriter report,
            PrintStream voice) {
        this.host = host;
        this.options = options;
        this.redactor = redactor;
        this.masks = masks;
        this.files = files;
        this.commands = commands;
        this.report = report;
        this.voice = voice;
    }

    public Host host() {
        return host;
    }

    /** The directory relative paths start from. */
    public Path directory() {
        return options.directory(host);
    }

    public Path resolve(Path path) {
        return directory().resolve(path).normalize();
    }

    /** The file of {@code --contract}; null for the contract the tool carries. */
    public @Nullable Path contract() {
        return options.contract() == null ? null : resolve(options.contract());
    }

    public Redactor redactor() {
        return redactor;
    }

    public WorkflowCommands commands() {
        return commands;
    }

    /** Masks a leaf value and teaches the redactor, before anything else is said. */
    public void protect(Secret secret) {
        masks.add(secret);
    }

    /** A secret input, protected. */
    public Optional<Secret> secret(String name, @Nullable Path file) {
        Optional<Secret> secret = Inputs.secret(host, name, file == null ? null : resolve(file));
        secret.ifPresent(this::protect);
        return secret;
    }

    /** Says a line while working, redacted. */
    public void say(String line) {
        voice.print(redactor.redact(line) + "\n");
        voice.flush();
    }

    public void subject(String judged) throws IOException {
        report.subject(judged);
    }

    public void check(Check check) throws IOException {
        report.check(check);
    }

    public void finding(Finding finding) throws IOException {
        report.finding(finding);
    }

    /** Adds many at once. */
    public void findings(Collection<Finding> findings) throws IOException {
        report.findings(findings);
    }

    public ReportWriter report() {
        return report;
    }

    /** Sets a step output when the run ends. */
    public void output(String name, String value) {
        report.output(name, value);
    }

    /** Sets a step output now, for a run that may be ended before its end; it is among the others at the end too. */
    public void outputAtOnce(String name, String value) throws IOException {
        report.output(name, value);
        files.setOutput(name, redactor.redact(value));
    }

    /** A command to run next. */
    public void next(String command) {
        report.next(command);
    }

    /**
     * Sets a variable for later steps; outside a job nothing happens.
     *
     * @throws RedactionFailedException when the value holds a secret: later steps would show it to whatever they start
     */
    public boolean export(String name, String value) throws IOException {
        if (redactor.finds(value)) {
            throw new RedactionFailedException("the value for the variable " + name + " holds a secret");
        }
        return files.exportVariable(name, value);
    }

    /** Sets a variable to a secret for later steps, as the caller asked by giving the secret as an input. */
    public boolean exportSecret(String name, Secret secret) throws IOException {
        protect(secret);
        return files.exportVariable(name, secret.reveal());
    }
}
