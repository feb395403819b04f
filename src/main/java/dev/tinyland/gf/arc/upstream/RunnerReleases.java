package dev.tinyland.gf.arc.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.helm.ChartVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Releases of the Actions runner, as data with a date. GitHub's rule is that a runner installs each release within
 * {@link #acceptedDaysAfterNext} days, and is sent no jobs after that (enforced from 2026-09-29); ARC registers runners with
 * updates switched off, so a pinned image ends. For releases that are over, or nearly, GitHub's API names the day itself,
 * which is later than the rule: then that day counts. {@code scripts/update-runner-releases} reads both anew.
 *
 * @param asOf the day the list was made
 * @param images repositories, without their registry, whose tags are the runner's release
 * @param dates day of each release, oldest version first
 * @param ends the day on which GitHub said that a release ends, where it has said one
 */
public record RunnerReleases(
        LocalDate asOf,
        int acceptedDaysAfterNext,
        ChartVersion lowestToRegister,
        List<String> images,
        Map<ChartVersion, LocalDate> dates,
        Map<ChartVersion, LocalDate> ends) {

    public RunnerReleases {
        images = List.copyOf(images);
        dates = Collections.unmodifiableMap(new TreeMap<>(dates));
        ends = Collections.unmodifiableMap(new TreeMap<>(ends));
    }

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
            Map<ChartVersion, LocalDate> ends = new TreeMap<>();
            List<String> images = new ArrayList<>();
            root.path("images").forEach(image -> images.add(image.asText()));
            for (JsonNode release : root.path("releases")) {
                ChartVersion version = version(release.path("version").asText());
                dates.put(version, LocalDate.parse(release.path("date").asText()));
                if (release.has("ends")) {
                    ends.put(version, LocalDate.parse(release.path("ends").asText()));
                }
            }
            return new RunnerReleases(
                    LocalDate.parse(root.path("asOf").asText()),
                    root.path("acceptedDaysAfterNext").asInt(),
                    version(root.path("lowestToRegister").asText()),
                    images,
                    dates,
                    ends);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChartVersion version(String text) {
        return ChartVersion.parse(text).orElseThrow();
    }

    /** How long a runner of this version is accepted; a patch release supersedes as any other does. */
    public Acceptance acceptance(ChartVersion version, LocalDate today) {
        if (version.compareTo(lowestToRegister) < 0) {
            return new Acceptance.Refused(lowestToRegister);
        }
        ChartVersion release = new ChartVersion(version.major(), version.minor(), version.patch(), "");
        Optional<LocalDate> named = Optional.ofNullable(ends.get(release));
        if (named.isPresent()) {
            return new Acceptance.Until(named.get(), ChronoUnit.DAYS.between(today, named.get()));
        }
        Optional<LocalDate> next = dates.entrySet().stream()
                .filter(newer -> newer.getKey().compareTo(release) > 0)
                .map(Map.Entry::getValue)
                .findFirst();
        if (next.isPresent()) {
            LocalDate last = next.get().plusDays(acceptedDaysAfterNext);
            return new Acceptance.Until(last, ChronoUnit.DAYS.between(today, last));
        }
        return dates.containsKey(release) ? new Acceptance.Newest(asOf) : new Acceptance.Unlisted(asOf);
    }

    /** The runner release that an image of the project's own repository carries as its tag; other images' tags say nothing. */
    public Optional<ChartVersion> ofImage(String image) {
        String name = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int colon = name.lastIndexOf(':');
        if (colon <= name.lastIndexOf('/')) {
            return Optional.empty();
        }
        String repository = name.substring(0, colon);
        boolean ours = images.stream().anyMatch(one -> repository.equals(one) || repository.endsWith('/' + one));
        return ours ? ChartVersion.parse(name.substring(colon + 1)) : Optional.empty();
    }
}
