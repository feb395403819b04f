package dev.tinyland.gf.testing.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The workflows of the fake and their runs. */
final class FakeRuns {
    private static final long WORKFLOW = 500;

    /** A workflow that can be dispatched: inputs it knows, how its runs are titled, what each run does. */
    private record Script(List<String> inputs, Function<Map<String, String>, String> title, List<RunState> states) {}

    private static final class Run {
        final long id;
        final String file;
        final String title;
        final List<RunState> states;
        int at;

        Run(long id, String file, String title, List<RunState> states) {
            this.id = id;
            this.file = file;
            this.title = title;
            this.states = new ArrayList<>(states);
        }

        RunState now() {
            return states.get(Math.min(at, states.size() - 1));
        }
    }

    private final Map<String, Script> scripts = new LinkedHashMap<>();
    private final Map<Long, Run> runs = new LinkedHashMap<>();
    private boolean tellsRun = true;
    private long next = 17_001;

    void script(String file, List<String> inputs, Function<Map<String, String>, String> title, List<RunState> states) {
        scripts.put(file, new Script(inputs, title, states));
    }

    void tellsRun(boolean tells) {
        tellsRun = tells;
    }

    Reply workflow(String file) {
        if (!scripts.containsKey(file)) {
            return Reply.error(404, "Not Found");
        }
        ObjectNode workflow =
                Templates.of("workflow").put("id", workflowId(file)).put("path", ".github/workflows/" + file);
        return Reply.json(200, workflow.toString());
    }

    Reply dispatch(String file, JsonNode body) {
        Script script = scripts.get(file);
        if (script == null) {
            return Reply.error(404, "Not Found");
        }
        Map<String, String> given = new LinkedHashMap<>();
        body.path("inputs")
                .properties()
                .forEach(input -> given.put(input.getKey(), input.getValue().asText()));
        for (String input : given.keySet()) {
            if (!script.inputs().contains(input)) {
                return Reply.error(422, "Unexpected inputs provided: [\\\"" + input + "\\\"]");
            }
        }
        Run run = new Run(next++, file, script.title().apply(given), script.states());
        runs.put(run.id, run);
        if (!tellsRun || !body.path("return_run_details").asBoolean()) {
            return new Reply(204, Map.of(), "", 0);
        }
        return Reply.json(
                200,
                Templates.JSON
                        .createObjectNode()
                        .put("workflow_run_id", run.id)
                        .put("run_url", "https://git.example/api/runs/" + run.id)
                        .put("html_url", "https://git.example/runs/" + run.id)
                        .toString());
    }

    /** @param status only runs that are so; empty for all */
    Reply list(String status) {
        ArrayNode list = Templates.JSON.createArrayNode();
        runs.values().stream()
                .filter(run -> status.isEmpty() || run.now().status().equals(status))
                .forEach(run -> list.insert(0, json(run)));
        ObjectNode page = Templates.JSON.createObjectNode().put("total_count", list.size());
        page.set("workflow_runs", list);
        return Reply.json(200, page.toString());
    }

    Reply run(long id) {
        return known(id, run -> Reply.json(200, json(run).toString()));
    }

    Reply jobs(long id) {
        return known(id, run -> {
            ArrayNode list = Templates.JSON.createArrayNode();
            int number = 0;
            for (RunState.Job job : run.now().jobs()) {
                list.add(json(run, job, number++));
            }
            run.at++;
            ObjectNode page = Templates.JSON.createObjectNode().put("total_count", list.size());
            page.set("jobs", list);
            return Reply.json(200, page.toString());
        });
    }

    Reply cancel(long id) {
        return known(id, run -> {
            if (run.now().status().equals("completed")) {
                return Reply.error(409, "Cannot cancel a workflow run that is completed.");
            }
            UnaryOperator<RunState.Job> stop = job -> new RunState.Job(
                    job.name(), "completed", "cancelled", job.labels(), job.runner(), job.group(), job.steps());
            run.states.add(new RunState(
                    "completed",
                    "cancelled",
                    run.now().jobs().stream().map(stop).toList()));
            run.at = run.states.size();
            return Reply.json(202, "{}");
        });
    }

    private Reply known(long id, Function<Run, Reply> answer) {
        Run run = runs.get(id);
        return run == null ? Reply.error(404, "Not Found") : answer.apply(run);
    }

    private long workflowId(String file) {
        return WORKFLOW + List.copyOf(scripts.keySet()).indexOf(file);
    }

    private ObjectNode json(Run run) {
        RunState now = run.now();
        ObjectNode json = Templates.of("run")
                .put("id", run.id)
                .put("status", now.status())
                .put("display_title", run.title)
                .put("head_sha", "c".repeat(40))
                .put("event", "workflow_dispatch")
                .put("run_attempt", 1)
                .put("html_url", "https://git.example/runs/" + run.id)
                .put("workflow_id", workflowId(run.file));
        set(json, "conclusion", now.conclusion());
        return json;
    }

    private static ObjectNode json(Run run, RunState.Job job, int number) {
        ObjectNode json = Templates.of("job")
                .put("id", run.id * 10 + number)
                .put("run_id", run.id)
                .put("name", job.name())
                .put("html_url", "https://git.example/runs/" + run.id + "/job/" + (run.id * 10 + number))
                .put("status", job.status());
        set(json, "conclusion", job.conclusion());
        set(json, "runner_name", job.runner());
        set(json, "runner_group_name", job.group());
        json.set("runner_id", job.runner().isEmpty() ? json.nullNode() : json.numberNode(812));
        ArrayNode labels = json.putArray("labels");
        job.labels().forEach(labels::add);
        ArrayNode steps = json.putArray("steps");
        for (String step : job.steps()) {
            String[] parts = step.split("=", 2);
            steps.addObject()
                    .put("name", parts[0])
                    .put("status", "completed")
                    .put("conclusion", parts[1])
                    .put("number", steps.size());
        }
        return json;
    }

    private static void set(ObjectNode json, String name, String value) {
        json.set(name, value.isEmpty() ? json.nullNode() : json.textNode(value));
    }
}
