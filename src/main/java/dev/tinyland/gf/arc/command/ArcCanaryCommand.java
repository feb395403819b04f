package dev.tinyland.gf.arc.command;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Inputs;
import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.actions.Pause;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.arc.canary.Canary;
import dev.tinyland.gf.arc.canary.CanaryExpectation;
import dev.tinyland.gf.arc.canary.CanaryReport;
import dev.tinyland.gf.arc.canary.CanarySettings;
import dev.tinyland.gf.arc.canary.CanaryVerdict;
import dev.tinyland.gf.arc.canary.ClusterEyes;
import dev.tinyland.gf.arc.canary.LastCancel;
import dev.tinyland.gf.arc.canary.RunsInFlight;
import dev.tinyland.gf.arc.inspect.ClusterReader;
import dev.tinyland.gf.arc.upstream.KnownIssues;
import dev.tinyland.gf.arc.upstream.RunnerReleases;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.github.GitHubClient;
import dev.tinyland.gf.github.GitHubSettings;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gf arc-canary}: a lane is called good only after a real job ran on it as it should. */
@Command(
        name = "arc-canary",
        description = "Runs a real job on each lane, watches it, and says PROMOTE, HOLD or ABORT.",
        footer = {
            "",
            "Examples:",
            "  GF_GITHUB_TOKEN=... gf arc-canary --lanes tinyland-nix --kubeconfig-path kubeconfig",
            "  GF_GITHUB_TOKEN=... gf arc-canary --lanes '[\"tinyland-nix\"]' --cluster-checks off"
        })
public final class ArcCanaryCommand extends ToolCommand {
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(5);

    /** Whether the cluster is looked at. */
    enum ClusterChecks {
        on,
        off
    }

    /** Whether lanes are tried one after another or together. */
    enum Strategy {
        sequential,
        parallel
    }

    private final Pause pause;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--lanes", paramLabel = "LIST", description = "Lanes to try: a list, or the JSON of canary-lanes.")
    private String lanes = "";

    @Option(
            names = "--new-lanes",
            paramLabel = "LIST",
            description = "Lanes that a plan makes and that are not there before its apply: left out, and said.")
    @Nullable
    private String newLanes;

    @Option(names = "--allow-empty", description = "No lane to try is fine: SKIPPED.")
    private boolean allowEmpty;

    @Option(
            names = "--workflow",
            paramLabel = "FILE",
            defaultValue = "gf-arc-canary.yml",
            description = "The dispatched workflow. Default: gf-arc-canary.yml.")
    private String workflow = "gf-arc-canary.yml";

    @Option(names = "--ref", paramLabel = "REF", description = "Branch or tag to dispatch. Default: main.")
    @Nullable
    private String ref;

    @Option(names = "--repo", paramLabel = "OWNER/NAME", description = "Repository. Default: GITHUB_REPOSITORY.")
    @Nullable
    private String repository;

    @Option(
            names = "--github-token-file",
            paramLabel = "FILE",
            description = "Token with actions: write (0600). Default: GF_GITHUB_TOKEN.")
    @Nullable
    private Path tokenFile;

    @Option(names = "--queue-timeout", defaultValue = "5m", description = "Longest wait for a runner. Default: 5m.")
    private String queueTimeout = "5m";

    @Option(names = "--run-timeout", defaultValue = "10m", description = "Longest run of the job. Default: 10m.")
    private String runTimeout = "10m";

    @Option(names = "--bake-time", defaultValue = "5m", description = "Watch after the job. Default: 5m.")
    private String bakeTime = "5m";

    @Option(names = "--interval", defaultValue = "15s", description = "Between two looks, at least 5s. Default: 15s.")
    private String interval = "15s";

    @Option(
            names = "--strategy",
            defaultValue = "sequential",
            description = "${COMPLETION-CANDIDATES}. Default: sequential.")
    private Strategy strategy = Strategy.sequential;

    @Option(names = "--abort-on-first", description = "The first lane that fails ends the canary.")
    private boolean abortOnFirst;

    @Option(names = "--expect-group", paramLabel = "NAME", description = "Runner group that must take the jobs.")
    @Nullable
    private String expectGroup;

    @Option(
            names = "--env-contract",
            paramLabel = "JSON",
            description = "Output lanes of arc-plan: what the plan gives each lane is expected there.")
    private String environmentContract = "";

    @Option(
            names = "--container-image",
            paramLabel = "LANE=IMAGE",
            description = "Container of the job, for lanes in kubernetes mode, one a line.")
    @Nullable
    private String containerImage;

    @Option(
            names = "--cancel-on-abort",
            arity = "0..1",
            defaultValue = "true",
            fallbackValue = "true",
            description = "Cancel runs that are given up. Default: true.")
    private boolean cancelOnAbort = true;

    @Option(
            names = "--cluster-checks",
            defaultValue = "on",
            description = "${COMPLETION-CANDIDATES}: off leaves out what only the cluster knows. Default: on.")
    private ClusterChecks clusterChecks = ClusterChecks.on;

    /**
     * The command.
     *
     * @param pause how it waits between two looks
     */
    public ArcCanaryCommand(Host host, Pause pause) {
        super(host, "arc-canary", CanaryVerdict.values());
        this.pause = pause;
    }

    @Override
    protected Conclusion judge(Run run) throws IOException, InterruptedException {
        Platform platform = Platform.load(run);
        List<String> wanted = new ArrayList<>(lanes(lanes));
        for (String lane : lanes(Optional.ofNullable(newLanes).orElse(""))) {
            if (wanted.remove(lane)) {
                run.finding(Finding.of(
                        "AC04",
                        Level.INFO,
                        lane,
                        "is not there before the apply, and was left out",
                        "a lane that is not made yet takes no job",
                        "run the canary on it after the apply"));
            }
        }
        run.subject(wanted.isEmpty() ? "no lane" : String.join(", ", wanted));
        if (wanted.isEmpty()) {
            return nothing(run);
        }
        Secret token = run.secret("github-token", tokenFile)
                .orElseThrow(() -> new InputException(
                        "github-token", "github-token is required: a token with actions: write of the repository"));
        CanarySettings settings = settings(run, platform.contract(), wanted);
        boolean look = settings.cluster() && cluster.given(run, platform);
        Optional<ClusterEyes> eyes = look
                ? Optional.of(new ClusterReader(
                        cluster.kubectl(run, platform), platform.contract().namespaces())::read)
                : Optional.empty();
        GitHubSettings gitHub = gitHub(run, token);
        RunsInFlight inFlight = new RunsInFlight();
        LastCancel lastCancel =
                new LastCancel(inFlight, gitHub, workflow, cancelOnAbort, text -> run.say("arc-canary: " + text));
        try (GitHubClient client = new GitHubClient(gitHub, pause, run::say);
                Interrupts.Registration _ = run.host().interrupts().onInterrupt(lastCancel)) {
            Canary canary = new Canary(
                    settings,
                    client.workflows(),
                    eyes,
                    RunnerReleases.builtIn(),
                    KnownIssues.builtIn(),
                    run.host().clock(),
                    pause,
                    () -> UUID.randomUUID().toString().replace("-", ""),
                    run::say,
                    inFlight);
            Conclusion conclusion = new CanaryReport(
                            run, settings.cluster(), KnownIssues.builtIn().asOf())
                    .conclude(canary.run());
            run.say("GitHub's API was called " + client.calls() + " times");
            return conclusion;
        }
    }

    private Conclusion nothing(Run run) throws IOException {
        if (!allowEmpty) {
            throw new InputException(
                    "lanes",
                    "lanes is empty; where that is fine, as after a plan that changes no lane, give allow-empty");
        }
        run.check(Check.required(
                "AC02", "a job ran on every lane as it should", Status.PASS, "", "there is no lane to try"));
        run.output("lanes", "[]");
        return Conclusion.of(CanaryVerdict.SKIPPED);
    }

    private GitHubSettings gitHub(Run run, Secret token) {
        GitHubSettings own = GitHubSettings.of(run.host(), token);
        if (repository == null || repository.isBlank()) {
            return own;
        }
        if (!repository.matches("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")) {
            throw new InputException("repo", "repo is not of the form OWNER/NAME");
        }
        return new GitHubSettings(own.api(), repository, token, own.patience());
    }

    private CanarySettings settings(Run run, Contract contract, List<String> wanted) {
        Duration step = Inputs.duration("interval", interval);
        if (step.compareTo(SHORTEST_INTERVAL) < 0) {
            throw new InputException("interval", "interval is shorter than 5s; GitHub's API has a budget");
        }
        return new CanarySettings(
                wanted,
                workflow,
                Optional.ofNullable(ref).filter(text -> !text.isBlank()).orElse("main"),
                Inputs.duration("queue-timeout", queueTimeout),
                Inputs.duration("run-timeout", runTimeout),
                Inputs.duration("bake-time", bakeTime),
                step,
                strategy == Strategy.parallel,
                abortOnFirst,
                Optional.ofNullable(expectGroup).filter(text -> !text.isBlank()),
                CanaryExpectation.of(contract, wanted, environmentContract),
                CanaryExpectation.addresses(contract),
                containers(),
                cancelOnAbort,
                clusterChecks == ClusterChecks.on,
                run.host().variable("RUNNER_NAME"));
    }

    private Map<String, String> containers() {
        Map<String, String> containers = new LinkedHashMap<>();
        for (String line : Inputs.list(containerImage)) {
            int equals = line.indexOf('=');
            if (equals <= 0 || equals == line.length() - 1) {
                throw new InputException("container-image", "container-image is not of the form LANE=IMAGE");
            }
            containers.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return containers;
    }

    /** A JSON array of names, or a list. */
    static List<String> lanes(String text) {
        if (!text.strip().startsWith("[")) {
            return Inputs.list(text).stream().distinct().toList();
        }
        List<String> names = new ArrayList<>();
        try {
            for (JsonNode name : new ObjectMapper().readTree(text)) {
                if (!name.isTextual() || name.textValue().isBlank()) {
                    throw new InputException("lanes", "lanes is no JSON array of names");
                }
                names.add(name.textValue());
            }
        } catch (JacksonException broken) {
            throw new InputException("lanes", "lanes is no JSON array of names");
        }
        return names.stream().distinct().toList();
    }
}
