package dev.tinyland.gf.plan.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.helm.ChartVersion;
import dev.tinyland.gf.helm.HelmRelease;
import dev.tinyland.gf.helm.ReleaseComparison;
import dev.tinyland.gf.plan.judgement.AttributeValue.Known;
import dev.tinyland.gf.tofu.plan.Change;
import dev.tinyland.gf.tofu.plan.PlannedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dangers of Helm releases and of what runs in a cluster: releases that go, and versions that go back. The version before
 * is the live one, since the provider refreshes it.
 */
final class ReleaseDangers {
    private final List<LiveRelease> live;

    ReleaseDangers(List<LiveRelease> live) {
        this.live = live;
    }

    List<Danger> of(JudgedResource judged, List<Doubt> doubts) {
        List<Danger> dangers = new ArrayList<>();
        judged.release().ifPresent(release -> {
            if (judged.resource().change().destroys()) {
                dangers.add(uninstalled(judged, release));
            }
            chart(judged, release, doubts).ifPresent(dangers::add);
            application(judged).ifPresent(dangers::add);
            release.values()
                    .forEach(change -> change.before()
                            .flatMap(before ->
                                    change.after().flatMap(after -> image(judged, change.path(), before, after)))
                            .ifPresent(dangers::add));
        });
        for (AttributeChange change : judged.attributes()) {
            if (change.before() instanceof Known(JsonNode before) && change.after() instanceof Known(JsonNode after)) {
                image(judged, change.path(), before, after).ifPresent(dangers::add);
            }
        }
        return dangers;
    }

    private static Danger uninstalled(JudgedResource judged, ReleaseComparison release) {
        String name = release.before()
                .map(one -> one.namespace() + "/" + one.name())
                .orElse(judged.resource().name());
        return Danger.of(
                DangerClass.UNINSTALL,
                judged.label(),
                "the release " + name + " " + Wording.fate(judged),
                judged.resource().change().replaces()
                        ? "Helm uninstalls it, with every object it made, before it installs it again"
                        : "Helm uninstalls it, with every object it made",
                judged.resource().change().replaces()
                        ? "keep the attribute that forces it, or move the release by hand and import it"
                        : "drain what runs on it first; take it out of the plan if it is to stay");
    }

    private Optional<Danger> chart(JudgedResource judged, ReleaseComparison release, List<Doubt> doubts) {
        if (release.after().isEmpty() || judged.resource().action() == PlannedAction.NO_OP) {
            return Optional.empty();
        }
        HelmRelease after = release.after().get();
        Optional<LiveRelease> living = release.before().isPresent() ? Optional.empty() : living(after);
        Optional<String> from =
                release.before().flatMap(HelmRelease::version).or(() -> living.map(LiveRelease::chartVersion));
        if (from.isEmpty()) {
            return Optional.empty();
        }
        if (after.version().isEmpty()) {
            doubts.add(new Doubt(
                    DangerClass.DOWNGRADE,
                    judged.label(),
                    "the chart's version after the apply is not in the plan; before it is " + from.get(),
                    "name a version in the stack instead of leaving it to the repository"));
            return Optional.empty();
        }
        String to = after.version().get();
        Optional<ChartVersion> first = ChartVersion.parse(from.get());
        Optional<ChartVersion> second = ChartVersion.parse(to);
        if (!from.get().equals(to) && (first.isEmpty() || second.isEmpty())) {
            doubts.add(new Doubt(
                    DangerClass.DOWNGRADE,
                    judged.label(),
                    "the chart's versions " + from.get() + " and " + to + " are no semantic versions",
                    "compare them by hand"));
        }
        return first.isPresent() && second.isPresent() && second.get().compareTo(first.get()) < 0
                ? Optional.of(downgrade(
                        judged,
                        (living.isPresent()
                                        ? "the chart is older than the one that lives in the cluster: "
                                        : "the chart ")
                                + after.chart()
                                + (living.isPresent() ? "" : " goes back"),
                        from.get(),
                        to))
                : Optional.empty();
    }

    private Optional<LiveRelease> living(HelmRelease release) {
        return live.stream()
                .filter(one -> one.name().equals(release.name())
                        && (one.namespace().equals(release.namespace())
                                || (release.namespace().isEmpty()
                                        && one.namespace().equals("default"))))
                .findFirst();
    }

    /** What the chart installs; after a change it is mostly known only after the apply. */
    private static Optional<Danger> application(JudgedResource judged) {
        Change change = judged.resource().change();
        Optional<String> before = applicationVersion(change.before());
        Optional<String> after = applicationVersion(change.after());
        return before.isPresent() && after.isPresent() && isOlder(after.get(), before.get())
                ? Optional.of(downgrade(judged, "what the chart installs goes back", before.get(), after.get()))
                : Optional.empty();
    }

    private static Optional<String> applicationVersion(JsonNode attributes) {
        JsonNode metadata = attributes.path("metadata");
        return Optional.of((metadata.isArray() ? metadata.path(0) : metadata).path("app_version"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    private static Optional<Danger> image(JudgedResource judged, String path, JsonNode before, JsonNode after) {
        if (!before.isTextual() || !after.isTextual()) {
            return Optional.empty();
        }
        Optional<ImageTag> first = ImageTag.of(path, before.textValue());
        Optional<ImageTag> second = ImageTag.of(path, after.textValue());
        boolean older = first.isPresent() && second.isPresent() && second.get().isOlderThan(first.get());
        return older
                ? Optional.of(
                        downgrade(judged, "the image at " + path + " goes back", before.textValue(), after.textValue()))
                : Optional.empty();
    }

    private static boolean isOlder(String after, String before) {
        Optional<ChartVersion> first = ChartVersion.parse(before);
        Optional<ChartVersion> second = ChartVersion.parse(after);
        return first.isPresent() && second.isPresent() && second.get().compareTo(first.get()) < 0;
    }

    private static Danger downgrade(JudgedResource judged, String observed, String before, String after) {
        return new Danger(
                DangerClass.DOWNGRADE,
                judged.label(),
                observed,
                before,
                after,
                "few charts and databases can go back: stored objects may be of a version the older one cannot read",
                "find out who moved it forward, and bring the stack's version up to that");
    }
}
