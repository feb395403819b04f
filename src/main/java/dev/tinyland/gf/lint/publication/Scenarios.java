package dev.tinyland.gf.lint.publication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Builds the runs a file can have from its events. Source of the refs: GitHub, "Events that trigger workflows". */
public final class Scenarios {
    private static final int MOST_BRANCHES = 4;
    private static final List<String> USUAL_BRANCHES = List.of("dev", "feature/x", "release/1");
    private static final String USUAL_TAG = "v1.0.0";

    private final String defaultBranch;
    private final Set<String> otherBranches;

    /** @param namedBranches branches that the file itself names, so that a test on one of them is tried with it */
    public Scenarios(String defaultBranch, Set<String> namedBranches) {
        this.defaultBranch = defaultBranch;
        this.otherBranches = new LinkedHashSet<>(namedBranches);
        this.otherBranches.addAll(USUAL_BRANCHES);
        this.otherBranches.remove(defaultBranch);
    }

    /** Every run of these events, once with the token and once without where both happen. */
    public List<Scenario> of(List<Event> events) {
        Set<Scenario> all = new LinkedHashSet<>();
        for (Event event : events) {
            all.addAll(of(event));
        }
        return List.copyOf(all);
    }

    /** The runs of a file that others call, when who calls it is not known. */
    public List<Scenario> ofAnyCaller() {
        return of(List.of(Event.of("pull_request"), Event.of("push"), Event.of("workflow_dispatch"))).stream()
                .map(Scenario::uncertain)
                .toList();
    }

    private List<Scenario> of(Event event) {
        return switch (event.name()) {
            case "push" -> push(event);
            case "pull_request" -> pullRequest(event, true);
            case "pull_request_review", "pull_request_review_comment" -> pullRequest(Event.of(event.name()), true);
            case "pull_request_target" -> pullRequest(event, false);
            case "merge_group" ->
                both(event.name(), "refs/heads/gh-readonly-queue/" + defaultBranch + "/pr-1-0123456", "");
            case "workflow_dispatch", "deployment", "deployment_status", "create" -> anyBranch(event);
            case "release" -> both(event.name(), "refs/tags/" + USUAL_TAG, "");
            case "workflow_call" -> ofAnyCaller();
            default -> both(event.name(), "refs/heads/" + defaultBranch, "");
        };
    }

    private List<Scenario> push(Event event) {
        List<Scenario> runs = new ArrayList<>();
        if (event.admitsBranch(defaultBranch)) {
            runs.addAll(both("push", "refs/heads/" + defaultBranch, ""));
        }
        for (String branch : branches(event)) {
            runs.addAll(both("push", "refs/heads/" + branch, ""));
        }
        List<String> tags = new ArrayList<>(event.tags().map(RefFilter::samples).orElse(List.of()));
        tags.add(USUAL_TAG);
        tags.stream()
                .filter(event::admitsTag)
                .findFirst()
                .ifPresent(tag -> runs.addAll(both("push", "refs/tags/" + tag, "")));
        return runs;
    }

    private List<String> branches(Event event) {
        Set<String> candidates =
                new LinkedHashSet<>(event.branches().map(RefFilter::samples).orElse(List.of()));
        candidates.addAll(otherBranches);
        candidates.remove(defaultBranch);
        return candidates.stream()
                .filter(event::admitsBranch)
                .limit(MOST_BRANCHES)
                .toList();
    }

    private List<Scenario> pullRequest(Event event, boolean mergeRef) {
        String base = event.admitsBranch(defaultBranch)
                ? defaultBranch
                : branches(event).stream().findFirst().orElse(defaultBranch);
        return both(event.name(), mergeRef ? "refs/pull/1/merge" : "refs/heads/" + base, base);
    }

    private List<Scenario> anyBranch(Event event) {
        List<Scenario> runs = new ArrayList<>(both(event.name(), "refs/heads/" + defaultBranch, ""));
        otherBranches.stream().limit(2).forEach(branch -> runs.addAll(both(event.name(), "refs/heads/" + branch, "")));
        return runs;
    }

    private List<Scenario> both(String event, String ref, String base) {
        return List.of(
                new Scenario(event, ref, base, defaultBranch, true, true),
                new Scenario(event, ref, base, defaultBranch, false, true));
    }
}
