package dev.tinyland.gf.arc.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.arc.upstream.KnownIssue.Circumstance;
import dev.tinyland.gf.helm.ChartVersion;
import dev.tinyland.gf.report.MarkdownText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Faults of ARC, as data with a date.
 *
 * @param asOf the day on which the list was last compared with upstream
 */
public record KnownIssues(LocalDate asOf, List<KnownIssue> issues) {

    public KnownIssues {
        issues = List.copyOf(issues);
    }

    /** The list this version of the tool carries. */
    public static KnownIssues builtIn() {
        try (InputStream in = KnownIssues.class.getResourceAsStream("/dev/tinyland/gf/arc/known-issues.json")) {
            JsonNode root = new ObjectMapper().readTree(in);
            List<KnownIssue> issues = new ArrayList<>();
            root.path("issues").forEach(issue -> issues.add(issue(issue)));
            return new KnownIssues(LocalDate.parse(root.path("asOf").asText()), issues);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownIssue issue(JsonNode node) {
        List<ChartVersion> seenIn = new ArrayList<>();
        node.path("seenIn")
                .forEach(version ->
                        seenIn.add(ChartVersion.parse(version.asText()).orElseThrow()));
        List<String> verdicts = new ArrayList<>();
        node.path("verdicts").forEach(verdict -> verdicts.add(verdict.asText()));
        return new KnownIssue(
                "actions-runner-controller#" + node.path("number").asInt(),
                seenIn,
                node.path("open").asBoolean(),
                ChartVersion.parse(node.path("until").asText("")),
                Circumstance.valueOf(
                        node.path("when").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
                verdicts,
                node.path("what").asText(),
                node.path("next").asText());
    }

    /** Faults of one of some versions that bite in one of some circumstances, in the list's order. */
    public List<KnownIssue> in(Collection<ChartVersion> versions, Set<Circumstance> circumstances) {
        return issues.stream()
                .filter(issue -> circumstances.contains(issue.circumstance()))
                .filter(issue -> versions.stream().anyMatch(issue::concerns))
                .toList();
    }

    /** Issues that were met, as a section of a report; empty where there is none. */
    public static Optional<String> markdown(List<KnownIssue> issues, LocalDate asOf) {
        return issues.isEmpty()
                ? Optional.empty()
                : Optional.of("#### Known issues of ARC behind what was seen (list of " + asOf + ")\n\n"
                        + issues.stream()
                                .map(issue -> "- " + MarkdownText.plain(issue.text()))
                                .collect(Collectors.joining("\n")));
    }

    /** Faults of a version that show under a verdict of {@code arc-inspect}. */
    public List<KnownIssue> behind(String verdict, ChartVersion version) {
        return issues.stream()
                .filter(issue -> issue.verdicts().contains(verdict) && issue.concerns(version))
                .toList();
    }
}
