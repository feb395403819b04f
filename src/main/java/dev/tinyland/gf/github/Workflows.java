package dev.tinyland.gf.github;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Workflows of one repository, their runs and jobs. */
public interface Workflows {

    /**
     * What a dispatch left behind.
     *
     * @param run id of the run where GitHub said it; older servers answer without one, then it is found by its title
     * @param at when GitHub took the dispatch, by its own clock
     */
    record Dispatched(OptionalLong run, Instant at) {}

    /** Starts a workflow by {@code workflow_dispatch}. A workflow that lacks the trigger or an input is {@code Rejected}. */
    Outcome<Dispatched> dispatch(String file, String ref, Map<String, String> inputs) throws InterruptedException;

    /** Runs of a workflow that were dispatched since then, newest first. */
    Outcome<List<WorkflowRun>> dispatchedSince(String file, Instant since) throws InterruptedException;

    /** The newest runs that wait for a runner, of any workflow; at most 30. */
    Outcome<List<WorkflowRun>> queued() throws InterruptedException;

    Outcome<WorkflowRun> run(long id) throws InterruptedException;

    /** Jobs of the run's latest attempt. */
    Outcome<List<WorkflowJob>> jobs(long run) throws InterruptedException;

    /** Asks that a run end; a run that has ended is {@code Conflict}. */
    Outcome<Boolean> cancel(long run) throws InterruptedException;
}
