package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.FileCommands;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.format.JsonFormat;
import dev.tinyland.gf.lint.format.LintReport;
import dev.tinyland.gf.lint.format.MarkdownFormat;
import dev.tinyland.gf.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run leaves behind beside its print: the report folder, the step's outputs and its summary. */
final class LintOutputs {
    private final Host host;
    private final FileCommands files;
    private final Optional<Path> folder;
    private String sarif = "";

    private LintOutputs(Host host, FileCommands files, Optional<Path> folder) {
        this.host = host;
        this.files = files;
        this.folder = folder;
    }

    /** @param asked the folder of {@code --report-dir}, absolute, or null */
    static LintOutputs open(Host host, @Nullable Path asked) throws IOException {
        FileCommands files = new FileCommands(host.environment(), LintOutputs::token);
        if (asked != null) {
            return new LintOutputs(host, files, Optional.of(Files.createDirectories(asked)));
        }
        Optional<String> temporary = host.variable("RUNNER_TEMP").filter(path -> host.inActions());
        if (temporary.isEmpty()) {
            return new LintOutputs(host, files, Optional.empty());
        }
        Path parent = Files.createDirectories(Path.of(temporary.get(), "gf-reports"));
        return new LintOutputs(host, files, Optional.of(Files.createTempDirectory(parent, "gf-lint-")));
    }

    static String token() {
        return java.util.UUID.randomUUID().toString().replace("-", "");
    }

    boolean wanted() {
        return folder.isPresent();
    }

    /** Written before the work and again after it, so that a run that is killed has said so. */
    void write(LintReport report, String failureReason) throws IOException {
        if (folder.isPresent()) {
            Files.writeString(folder.get().resolve("report.json"), JsonFormat.render(report));
            Files.writeString(folder.get().resolve("summary.md"), markdown(report));
        }
        outputs(report.verdict(), failureReason, report.counts());
    }

    /** The SARIF file is there from now on; further outputs name it. */
    void sarif(Path file) {
        sarif = file.toString();
    }

    void outputs(Verdict verdict, String failureReason, Map<Severity, Integer> counts) throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("verdict", verdict.name());
        outputs.put("exit-code", Integer.toString(verdict.exitCode().code()));
        outputs.put("report-dir", folder.map(Path::toString).orElse(""));
        outputs.put("failure-reason", failureReason);
        outputs.put("errors", Integer.toString(counts.getOrDefault(Severity.ERROR, 0)));
        outputs.put("warnings", Integer.toString(counts.getOrDefault(Severity.WARNING, 0)));
        outputs.put("notes", Integer.toString(counts.getOrDefault(Severity.NOTE, 0)));
        outputs.put("sarif-file", sarif);
        for (Map.Entry<String, String> output : outputs.entrySet()) {
            files.setOutput(output.getKey(), output.getValue());
        }
    }

    void summary(LintReport report) throws IOException {
        files.appendSummary(markdown(report));
    }

    private String markdown(LintReport report) {
        Optional<String> server = host.variable("GITHUB_SERVER_URL");
        Optional<String> repository = host.variable("GITHUB_REPOSITORY");
        Optional<String> commit = host.variable("GITHUB_SHA");
        Optional<String> blob = server.isPresent() && repository.isPresent() && commit.isPresent()
                ? Optional.of(server.get() + "/" + repository.get() + "/blob/" + commit.get() + "/")
                : Optional.empty();
        return new MarkdownFormat(blob).render(report);
    }
}
