package dev.tinyland.gf.comment;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.report.Report;
import dev.tinyland.gf.report.ReportReader;
import dev.tinyland.gf.report.comment.CommentRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The reports a caller names, as files or as report folders. One that is missing or unreadable stops the whole: a comment
 * without it would look greener than it is.
 */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * Reads them.
     *
     * @param resolve makes a path absolute
     */
    public static List<Report> read(List<String> names, UnaryOperator<Path> resolve) {
        if (names.isEmpty()) {
            throw new InputException("reports", "reports names no report; give the report-dir of each tool");
        }
        if (names.size() > CommentRenderer.MOST_SECTIONS) {
            throw new InputException(
                    "reports",
                    "reports names " + names.size() + " reports; a comment holds " + CommentRenderer.MOST_SECTIONS);
        }
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            reports.add(read(i + 1, resolve.apply(Path.of(names.get(i)))));
        }
        return reports;
    }

    private static Report read(int number, Path named) {
        Path file = Files.isDirectory(named) ? named.resolve("report.json") : named;
        String which = "report " + number + " (" + file + ")";
        byte[] bytes;
        Instant made;
        try (InputStream stream = Files.newInputStream(file)) {
            made = Files.getLastModifiedTime(file).toInstant();
            bytes = stream.readNBytes(ReportReader.LARGEST + 1);
        } catch (IOException e) {
            throw new InputException(
                    "reports",
                    which + " cannot be read (" + e.getClass().getSimpleName()
                            + "); a tool that was killed leaves one too, so see whether its step ran at all");
        }
        return switch (ReportReader.read(bytes, made)) {
            case ReportReader.Result.Read(Report report) -> report;
            case ReportReader.Result.Unreadable(String problem) ->
                throw new InputException("reports", which + " is no report of ours: " + problem);
        };
    }
}
