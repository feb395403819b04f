package dev.tinyland.gf.arc.command;

import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Inputs;
import dev.tinyland.gf.actions.Pause;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.arc.inspect.ArcInspectVerdict;
import dev.tinyland.gf.arc.inspect.ClusterReader;
import dev.tinyland.gf.arc.inspect.ClusterView;
import dev.tinyland.gf.arc.inspect.Diagnosis;
import dev.tinyland.gf.arc.inspect.GitHubReader;
import dev.tinyland.gf.arc.inspect.GitHubView;
import dev.tinyland.gf.arc.inspect.InspectionReport;
import dev.tinyland.gf.arc.inspect.LaneDiagnosis;
import dev.tinyland.gf.arc.upstream.KnownIssues;
import dev.tinyland.gf.arc.upstream.RunnerReleases;
import dev.tinyland.gf.github.GitHubClient;
import dev.tinyland.gf.github.GitHubSettings;
import dev.tinyland.gf.kube.Kubectl;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gf arc-inspect}: one verdict a lane, from everything that knows something of it. */
@Command(
        name = "arc-inspect",
        description = "Says what is the matter with each runner lane, and the least destructive next step. Reads only.",
        footer = {
            "",
            "Examples:",
            "  gf arc-inspect --kubeconfig-path ~/.kube/kubeconfig-honey.yaml",
            "  gf arc-inspect --kubeconfig-path kubeconfig --lanes tinyland-nix,tinyland-docker"
        })
public final class ArcInspectCommand extends ToolCommand {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--lanes", paramLabel = "LIST", description = "Lanes to judge. Default: every lane there is.")
    @Nullable
    private String lanes;

    @Option(
            names = "--github-token-file",
            paramLabel = "FILE",
            description = "Token that may read the organization's runners (0600). Default: GF_GITHUB_TOKEN.")
    @Nullable
    private Path tokenFile;

    @Option(
            names = "--organization",
            paramLabel = "NAME",
            description = "Organization of the runners. Default: the owner of GITHUB_REPOSITORY.")
    @Nullable
    private String organization;

    public ArcInspectCommand(Host host) {
        super(host, "arc-inspect", ArcInspectVerdict.values());
    }

    @Override
    protected Conclusion judge(Run run) throws IOException, InterruptedException {
        Platform platform = Platform.load(run);
        Kubectl kubectl = cluster.kubectl(run, platform);
        run.say("Looking at the lanes (kubectl, up to 30 s a question)");
        ClusterView view = new ClusterReader(kubectl, platform.contract().namespaces()).read();
        GitHubView github = gitHub(run);
        Diagnosis diagnosis = new Diagnosis(
                view, github, RunnerReleases.builtIn(), run.host().clock().instant());
        InspectionReport report = new InspectionReport(run, diagnosis, KnownIssues.builtIn());
        report.looked(view, github);
        List<String> wanted = Inputs.list(lanes);
        List<LaneDiagnosis> diagnoses = (wanted.isEmpty() ? diagnosis.lanes() : wanted)
                .stream().distinct().map(diagnosis::of).toList();
        run.subject(diagnoses.size() == 1 ? "1 lane" : diagnoses.size() + " lanes");
        report.judged(diagnoses);
        ArcInspectVerdict verdict = ArcInspectVerdict.of(diagnoses);
        return new Conclusion(verdict, reason(diagnoses));
    }

    private GitHubView gitHub(Run run) throws InterruptedException {
        Optional<Secret> token = run.secret("github-token", tokenFile);
        if (token.isEmpty()) {
            return GitHubView.unasked();
        }
        GitHubSettings settings = GitHubSettings.of(run.host(), token.get());
        String owner = settings.repository().substring(0, settings.repository().indexOf('/'));
        String asked = Optional.ofNullable(organization)
                .filter(text -> !text.isBlank())
                .orElse(owner);
        if (!asked.matches("[A-Za-z0-9-]{1,39}")) {
            throw new InputException("organization", "organization is not the name of one");
        }
        try (GitHubClient client = new GitHubClient(settings, Pause.real(), run::say)) {
            return new GitHubReader(client.runners(), client.workflows(), asked).read();
        }
    }

    /** The gravest lane's verdict in kebab-case. */
    private static String reason(List<LaneDiagnosis> lanes) {
        if (lanes.isEmpty()) {
            return "no-lanes";
        }
        return lanes.stream()
                .map(LaneDiagnosis::verdict)
                .filter(verdict -> verdict.isDegraded())
                .sorted()
                .findFirst()
                .map(verdict -> verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("unseen");
    }
}
