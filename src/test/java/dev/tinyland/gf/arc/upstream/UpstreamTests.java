package dev.tinyland.gf.arc.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.arc.upstream.KnownIssue.Circumstance;
import dev.tinyland.gf.arc.upstream.RunnerReleases.Acceptance;
import dev.tinyland.gf.helm.ChartVersion;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamTests {
    private static final RunnerReleases RELEASES = RunnerReleases.builtIn();
    private static final KnownIssues ISSUES = KnownIssues.builtIn();

    private static ChartVersion version(String text) {
        return ChartVersion.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // version, today, what is said
        "2.328.0, 2026-10-08, refused",
        "2.329.0, 2026-08-18, until 2026-01-23 (-207)",
        "2.335.1, 2026-09-10, until 2026-09-24 (14)",
        "2.336.0, 2026-10-31, until 2026-11-05 (5)",
        "2.336.0, 2026-10-30, until 2026-11-05 (6)",
        "2.336.0-noble, 2026-10-21, until 2026-11-05 (15)",
        "2.337.0, 2026-10-22, until 2026-11-05 (14)",
        "2.337.0, 2026-11-06, until 2026-11-05 (-1)",
        "2.337.1, 2026-10-22, until 2026-11-05 (14)",
        "2.338.0, 2026-10-08, newest",
        "2.338.1, 2026-10-08, unlisted",
        "2.400.0, 2026-10-08, unlisted",
    })
    void aRunnerReleaseIsAcceptedUntilTheDayGitHubNamesElseForThirtyDaysAfterTheNext(
            String version, String today, String expected) {
        String said = switch (RELEASES.acceptance(version(version), LocalDate.parse(today))) {
            case Acceptance.Refused _ -> "refused";
            case Acceptance.Until(LocalDate last, long left) -> "until " + last + " (" + left + ")";
            case Acceptance.Newest _ -> "newest";
            case Acceptance.Unlisted _ -> "unlisted";
        };
        assertEquals(expected, said);
    }

    @ParameterizedTest
    @CsvSource({
        "ghcr.io/actions/actions-runner:2.336.0, 2.336.0",
        "ghcr.io/actions/actions-runner:2.336.0@sha256:ab, 2.336.0",
        "mirror.example:5000/ghcr/actions/actions-runner:2.335.1, 2.335.1",
        "ghcr.io/actions/actions-runner@sha256:ab, ''",
        "ghcr.io/actions/actions-runner:latest, ''",
        "mirror.example:5000/actions/actions-runner, ''",
        "ghcr.io/tinyland-inc/actions-runner-nix:1.4.0, ''",
        "ghcr.io/elsewhere/my-actions/actions-runner-x:2.336.0, ''",
    })
    void onlyTheProjectsOwnTagsSayWhichRunnerIsInside(String image, String version) {
        assertEquals(
                Optional.of(version).filter(text -> !text.isEmpty()),
                RELEASES.ofImage(image).map(ChartVersion::toString));
    }

    @Test
    void anOpenIssueConcernsLaterVersionsTooAndAClosedOneOnlyThoseInWhichItWasSeen() {
        List<String> of0142 = ISSUES.in(List.of(version("0.14.2")), EnumSet.allOf(Circumstance.class)).stream()
                .map(KnownIssue::reference)
                .toList();
        assertTrue(of0142.contains("actions-runner-controller#4432"), of0142.toString());
        assertFalse(of0142.contains("actions-runner-controller#4489"), of0142.toString());
        List<String> of0131 = ISSUES.in(List.of(version("0.13.1")), EnumSet.allOf(Circumstance.class)).stream()
                .map(KnownIssue::reference)
                .toList();
        assertEquals(List.of("actions-runner-controller#3233", "actions-runner-controller#4346"), of0131);
    }

    @Test
    void anIssueIsFoundByTheVerdictUnderWhichItShows() {
        assertEquals(
                List.of("actions-runner-controller#4561"),
                ISSUES.behind("LISTENER_STALE_SET", version("0.14.2")).stream()
                        .map(KnownIssue::reference)
                        .toList());
        assertEquals(List.of(), ISSUES.behind("SATURATED", version("0.14.2")));
    }
}
