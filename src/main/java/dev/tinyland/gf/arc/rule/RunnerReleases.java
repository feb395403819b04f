package dev.tinyland.gf.arc.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.helm.ChartVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Releases of the Actions runner, as data with a date. GitHub sends no jobs to a runner whose release has been superseded
 * for more than {@link #acceptedDaysAfterNext} days (permanent from 2026-09-25); ARC registers runners with updates
 * switched off, so a pinned image ends.
 *
 * @param asOf the day the list was made
 * @param dates day of each release, oldest version first
 */
public record RunnerReleases(
        LocalDate asOf, int acceptedDaysAfterNext, ChartVersion lowestToRegister, Map<ChartVersion, LocalDate> dates) {

    /** How long a release is accepted still. */
    public sealed interface Acceptance {

        /** Until a day that is known, since a newer release is. */
        record Until(LocalDate lastDay, long daysLeft) implements Acceptance {}

        /** The newest release of the list: accepted until a newer one has been out long enough. */
        record Newest(LocalDate asOf) implements Acceptance {}

        /** Newer than the list, or not a version of it. */
        record Unlisted(LocalDate asOf) implements Acceptance {}

        /** Too old to register at all. */
        record Refused(ChartVersion lowest) implements Acceptance {}
    }

    /** The list this version of the tool carries. */
    public static RunnerReleases builtIn() {
        try (InputStream in = RunnerReleases.class.getResourceAsStream("/dev/tinyland/gf/arc/runner-releases.json")) {
            JsonNode root = new ObjectMapper().readTree(in);
            Map<ChartVersion, LocalDate> dates = new TreeMap<>();
            root.path("releases")
                    .forEach(release -> dates.put(
                            version(release.path("version").asText()),
                            LocalDate.parse(release.path("date").asText())));
            return new RunnerReleases(
                    LocalDate.parse(root.path("asOf").asText()),
                    root.path("acceptedDaysAfterNext").asInt(),
                    version(root.path("lowestToRegister").asText()),
                    dates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChartVersion version(String text) {
        return ChartVersion.parse(text).orElseThrow();
    }

    /** How long a runner of this version is accepted; a patch release belongs to its minor release. */
    public Acceptance acceptance(ChartVersion version, LocalDate today) {
        if (version.compareTo(lowestToRegister) < 0) {
            return new Acceptance.Refused(lowestToRegister);
        }
        if (dates.keySet().stream().noneMatch(version::sameMinor)) {
            return new Acceptance.Unlisted(asOf);
        }
        Optional<LocalDate> next = dates.entrySet().stream()
                .filter(release -> release.getKey().compareTo(version) > 0)
                .filter(release -> !release.getKey().sameMinor(version))
                .map(Map.Entry::getValue)
                .findFirst();
        return next.<Acceptance>map(date -> {
                    LocalDate last = date.plusDays(acceptedDaysAfterNext);
                    return new Acceptance.Until(last, ChronoUnit.DAYS.between(today, last));
                })
                .orElse(new Acceptance.Newest(asOf));
    }
}
