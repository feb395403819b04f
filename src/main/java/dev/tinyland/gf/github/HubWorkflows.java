package dev.tinyland.gf.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHWorkflow;
import org.kohsuke.github.GHWorkflowJob;
import org.kohsuke.github.GHWorkflowRun;

/** {@link Workflows}: runs and jobs by the client library. The dispatch is a call of our own, for it gives the run, and so
 * is the cancel, for one call has to do where the process is being ended. */
final class HubWorkflows implements Workflows {
    private static final int PAGE = 100;
    private static final int MOST_QUEUED = 30;

    private final Hub hub;

    /** Runs that were seen: whoever polls the jobs of a run pays one request each time, of 1,000 an hour, not two. */
    private final Map<Long, GHWorkflowRun> seen = new HashMap<>();

    HubWorkflows(Hub hub) {
        this.hub = hub;
    }

    /** See "Create a workflow dispatch event": with {@code return_run_details} the answer names the run. */
    @Override
    public Outcome<Dispatched> dispatch(String file, String ref, Map<String, String> inputs)
            throws InterruptedException {
        ObjectNode body = hub.json().createObjectNode().put("ref", ref).put("return_run_details", true);
        ObjectNode given = body.putObject("inputs");
        inputs.forEach(given::put);
        String path = "/repos/" + hub.settings().repository() + "/actions/workflows/"
                + URLEncoder.encode(file, StandardCharsets.UTF_8) + "/dispatches";
        return hub.post(path, body)
                .map(answer -> new Dispatched(
                        id(answer.json().path("workflow_run_id")), date(answer).orElse(Instant.EPOCH)));
    }

    @Override
    public Outcome<List<WorkflowRun>> dispatchedSince(String file, Instant since) throws InterruptedException {
        return hub.attempt(() -> {
            GHWorkflow workflow = hub.repository().getWorkflow(file);
            List<WorkflowRun> runs = new ArrayList<>();
            for (GHWorkflowRun run : hub.repository()
                    .queryWorkflowRuns()
                    .event("workflow_dispatch")
                    .created(">=" + since.truncatedTo(ChronoUnit.SECONDS))
                    .list()
                    .withPageSize(PAGE)
                    .toList()) {
                if (run.getWorkflowId() == workflow.getId()) {
                    runs.add(run(run));
                }
            }
            return runs;
        });
    }

    @Override
    public Outcome<List<WorkflowRun>> queued() throws InterruptedException {
        return hub.attempt(() -> {
            List<WorkflowRun> runs = new ArrayList<>();
            for (GHWorkflowRun run : hub.repository()
                    .queryWorkflowRuns()
                    .status(GHWorkflowRun.Status.QUEUED)
                    .list()
                    .withPageSize(MOST_QUEUED)
                    .iterator()
                    .nextPage()) {
                runs.add(run(run));
            }
            return runs;
        });
    }

    @Override
    public Outcome<WorkflowRun> run(long id) throws InterruptedException {
        return hub.attempt(() -> {
            GHWorkflowRun run = hub.repository().getWorkflowRun(id);
            seen.put(id, run);
            return run(run);
        });
    }

    @Override
    public Outcome<List<WorkflowJob>> jobs(long run) throws InterruptedException {
        return hub.attempt(() -> {
            List<WorkflowJob> jobs = new ArrayList<>();
            for (GHWorkflowJob job : seen(run).listJobs().withPageSize(PAGE).toList()) {
                jobs.add(job(job));
            }
            return jobs;
        });
    }

    @Override
    public Outcome<Boolean> cancel(long run) throws InterruptedException {
        String path = "/repos/" + hub.settings().repository() + "/actions/runs/" + run + "/cancel";
        return hub.post(path, hub.json().createObjectNode()).map(_ -> true);
    }

    private GHWorkflowRun seen(long id) throws IOException {
        GHWorkflowRun run = seen.get(id);
        if (run == null) {
            run = hub.repository().getWorkflowRun(id);
            seen.put(id, run);
        }
        return run;
    }

    private static OptionalLong id(JsonNode node) {
        return node.isIntegralNumber() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
    }

    private static Optional<Instant> date(Answer answer) {
        return answer.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("date"))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .flatMap(text -> {
                    try {
                        return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                });
    }

    private static WorkflowRun run(GHWorkflowRun run) throws IOException {
        return new WorkflowRun(
                run.getId(),
                word(run.getStatus()),
                word(run.getConclusion()),
                Optional.ofNullable(run.getDisplayTitle()).orElse(""),
                Hub.promised(run.getHeadSha()),
                Math.toIntExact(run.getRunAttempt()),
                Hub.promised(instant(run.getCreatedAt()).orElse(null)),
                page(run.getHtmlUrl()));
    }

    private static WorkflowJob job(GHWorkflowJob job) throws IOException {
        List<WorkflowJob.Step> steps = new ArrayList<>();
        for (GHWorkflowJob.Step step : Optional.ofNullable(job.getSteps()).orElse(List.of())) {
            steps.add(new WorkflowJob.Step(
                    step.getNumber(),
                    Hub.promised(step.getName()),
                    word(step.getStatus()),
                    word(step.getConclusion())));
        }
        return new WorkflowJob(
                job.getId(),
                Hub.promised(job.getName()),
                word(job.getStatus()),
                word(job.getConclusion()),
                Optional.ofNullable(job.getLabels()).orElse(List.of()),
                Optional.ofNullable(job.getRunnerName()).orElse(""),
                Optional.ofNullable(job.getRunnerGroupName()).orElse(""),
                instant(job.getCreatedAt()),
                instant(job.getStartedAt()),
                instant(job.getCompletedAt()),
                steps,
                page(job.getHtmlUrl()));
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private static String page(@Nullable URL address) {
        return address == null ? "" : address.toString();
    }

    private static String word(@Nullable Enum<?> value) {
        return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
    }
}
