package dev.tinyland.gf.report;

import dev.tinyland.gf.secret.RedactionFailedException;
import dev.tinyland.gf.secret.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects what a run says and keeps {@code report.json} on disk in step with it: written anew, by rename, after each
 * check, with the verdict {@code INCOMPLETE} until {@link #conclude}. A run that is killed at any moment leaves a
 * readable report that says so.
 */
public final class ReportWriter {
    private final String tool;
    private final String version;
    private final Optional<Path> folder;
    private final Redactor redactor;
    private final Clock clock;
    private final Instant startedAt;
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final List<String> next = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();
    private String subject = "";

    /**
     * Starts a report.
     *
     * @param folder where report, summary and raw evidence go; without one nothing is written
     * @throws IOException when the folder cannot be written
     */
    public ReportWriter(String tool, String version, Optional<Path> folder, Redactor redactor, Clock clock)
            throws IOException {
        this.tool = tool;
        this.version = version;
        this.folder = folder;
        this.redactor = redactor;
        this.clock = clock;
        this.startedAt = clock.instant();
        if (folder.isPresent()) {
            Files.createDirectories(folder.get().resolve("raw"));
        }
        save(incomplete());
    }

    public void subject(String judged) throws IOException {
        subject = judged;
        save(incomplete());
    }

    /** Adds a check, or replaces the earlier one with its id: each check stands once. */
    public void check(Check check) throws IOException {
        checks.put(check.id(), check);
        save(incomplete());
    }

    public void finding(Finding finding) throws IOException {
        findings.add(finding);
        save(incomplete());
    }

    /** Adds many at once: the report is written once, not once for each of them. */
    public void findings(Collection<Finding> more) throws IOException {
        findings.addAll(more);
        save(incomplete());
    }

    /** A step output. The common ones (verdict, exit code, folder, reason) are added by whoever writes the outputs. */
    public void output(String name, String value) {
        outputs.put(name, value);
    }

    public void next(String command) {
        if (!next.contains(command)) {
            next.add(command);
        }
    }

    /** Adds Markdown of the tool's own to the summary, after the findings. It is not part of the JSON. */
    public void section(String markdown) {
        sections.add(markdown);
    }

    public List<String> sections() {
        return List.copyOf(sections);
    }

    public List<Check> checks() {
        return List.copyOf(checks.values());
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public Map<String, String> outputs() {
        return Map.copyOf(outputs);
    }

    public Optional<Path> folder() {
        return folder;
    }

    /**
     * Keeps a piece of evidence under {@code raw/}, redacted.
     *
     * @return its path relative to the folder, for {@link Check#withEvidence}; empty where no report is written
     */
    public String raw(String name, String content) throws IOException {
        if (folder.isEmpty()) {
            return "";
        }
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("not a name of evidence: " + name);
        }
        String path = "raw/" + name;
        replace(folder.get().resolve(path), redactor.redact(content));
        return path;
    }

    /** What the report would say if it ended now with this verdict; nothing is written. */
    public Report soFar(Verdict verdict, String failureReason) {
        return RedactedReport.of(report(verdict, failureReason), redactor);
    }

    /**
     * Ends the report and writes it and its summary.
     *
     * @return the report, redacted
     * @throws DishonestVerdictException when the verdict is green and the checks do not carry it
     */
    public Report conclude(Verdict verdict, String failureReason) throws IOException {
        List<String> objections = Verdicts.objections(verdict, checks.values());
        if (!objections.isEmpty()) {
            throw new DishonestVerdictException(verdict.name(), objections);
        }
        Report report = RedactedReport.of(report(verdict, failureReason), redactor);
        save(report);
        if (folder.isPresent()) {
            replace(folder.get().resolve("summary.md"), redactor.redact(MarkdownSummary.render(report, sections)));
        }
        return report;
    }

    private Report incomplete() {
        return report(CommonVerdict.INCOMPLETE, "killed");
    }

    private Report report(Verdict verdict, String failureReason) {
        return new Report(
                tool,
                version,
                verdict.name(),
                verdict.exitCode().code(),
                failureReason,
                startedAt,
                Duration.between(startedAt, clock.instant()),
                subject,
                checks(),
                findings,
                outputs,
                next);
    }

    private void save(Report report) throws IOException {
        if (folder.isPresent()) {
            String json = ReportJson.write(RedactedReport.of(report, redactor));
            if (redactor.finds(json)) {
                throw new RedactionFailedException("a secret remains in the report");
            }
            replace(folder.get().resolve("report.json"), json);
        }
    }

    private static void replace(Path file, String content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, content.getBytes(StandardCharsets.UTF_8));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
