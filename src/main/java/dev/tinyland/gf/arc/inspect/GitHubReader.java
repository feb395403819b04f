package dev.tinyland.gf.arc.inspect;

import dev.tinyland.gf.arc.inspect.GitHubView.QueuedJob;
import dev.tinyland.gf.github.Failure;
import dev.tinyland.gf.github.Outcome;
import dev.tinyland.gf.github.Runner;
import dev.tinyland.gf.github.Runners;
import dev.tinyland.gf.github.WorkflowJob;
import dev.tinyland.gf.github.WorkflowRun;
import dev.tinyland.gf.github.Workflows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks GitHub for what it knows of an organization's runners and of this repository's jobs that wait. */
public final class GitHubReader {
    private final Runners runners;
    private final Workflows workflows;
    private final String organization;

    public GitHubReader(Runners runners, Workflows workflows, String organization) {
        this.runners = runners;
        this.workflows = workflows;
        this.organization = organization;
    }

    /** One look; each part that is refused is said to be unseen. */
    public GitHubView read() throws InterruptedException {
        return new GitHubView(
                seen(runners.ofOrganization(organization).map(GitHubReader::names)), queued(), seen(groups()));
    }

    private static Set<String> names(List<Runner> all) {
        return all.stream().map(Runner::name).collect(Collectors.toUnmodifiableSet());
    }

    private Outcome<Map<String, Boolean>> groups() throws InterruptedException {
        return runners.groupsOf(organization).map(groups -> {
            Map<String, Boolean> lower = new TreeMap<>();
            groups.forEach((name, open) -> lower.put(name.toLowerCase(Locale.ROOT), open));
            return lower;
        });
    }

    private Seen<List<QueuedJob>> queued() throws InterruptedException {
        List<QueuedJob> waiting = new ArrayList<>();
        switch (workflows.queued()) {
            case Outcome.Failed<List<WorkflowRun>>(Failure failure) -> {
                return unseen(failure);
            }
            case Outcome.Ok<List<WorkflowRun>>(List<WorkflowRun> runs) -> {
                for (WorkflowRun run : runs) {
                    switch (workflows.jobs(run.id())) {
                        case Outcome.Failed<List<WorkflowJob>>(Failure failure) -> {
                            return unseen(failure);
                        }
                        case Outcome.Ok<List<WorkflowJob>>(List<WorkflowJob> jobs) ->
                            jobs.stream()
                                    .filter(WorkflowJob::waiting)
                                    .map(job -> new QueuedJob(job.name(), job.page(), job.labels()))
                                    .forEach(waiting::add);
                    }
                }
            }
        }
        return Seen.of(List.copyOf(waiting));
    }

    private static <T> Seen<T> seen(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(T value) -> Seen.of(value);
            case Outcome.Failed<T>(Failure failure) -> unseen(failure);
        };
    }

    private static <T> Seen<T> unseen(Failure failure) {
        return Seen.not(
                failure.text(),
                "give a token that may read the organization's self-hosted runners and this repository's runs");
    }
}
