package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.PrivateFile;
import dev.tinyland.gf.access.ReachabilityProbe;
import dev.tinyland.gf.access.backend.BackendJudge;
import dev.tinyland.gf.access.backend.BackendSettings;
import dev.tinyland.gf.access.preflight.Preflight;
import dev.tinyland.gf.access.preflight.PreflightInputs;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.github.comment.CommentIdentity;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.kube.Kubectl;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.state.StateLocation;
import dev.tinyland.gf.tofu.TofuProgram;
import dev.tinyland.gf.tofu.backend.BackendFamily;
import dev.tinyland.gf.tofu.run.TofuEnvironment;
import dev.tinyland.gf.tofu.run.TofuSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stack whose preflight is green: how its state, its cluster and OpenTofu are reached.
 *
 * @param given access key and secret key as inputs, or none
 * @param location where the state of the workspace lies
 */
record StackAccess(
        Run run,
        Platform platform,
        BackendSettings settings,
        BackendJudge.Resolved backend,
        TofuProgram.Found program,
        List<Secret> given,
        StateLocation location,
        Path kubeconfig,
        Optional<String> context) {

    /** The preflight's end, and the stack where it is green. */
    record Opened(Conclusion preflight, Optional<StackAccess> stack) {}

    static Opened open(
            Run run, PreflightInputs inputs, HostResolver resolver, ReachabilityProbe reachability, String workspace)
            throws IOException, InterruptedException {
        Platform platform = Platform.load(run);
        return open(run, inputs, resolver, reachability, workspace, platform, inputs.settings(run, platform));
    }

    static Opened open(
            Run run,
            PreflightInputs inputs,
            HostResolver resolver,
            ReachabilityProbe reachability,
            String workspace,
            Platform platform,
            BackendSettings settings)
            throws IOException, InterruptedException {
        List<Secret> given = inputs.credentials(run);
        run.subject("stack " + settings.stack() + ", environment " + settings.environment());
        Preflight.Outcome outcome =
                new Preflight(run, platform, settings, inputs.access(run, platform, reachability), resolver).judge();
        boolean green = outcome.conclusion().verdict().exitCode().code() == 0;
        if (!green || outcome.backend().isEmpty() || outcome.program().isEmpty()) {
            return new Opened(outcome.conclusion(), Optional.empty());
        }
        BackendJudge.Resolved backend = outcome.backend().get();
        List<Secret> credentials = credentials(run, platform, given);
        return new Opened(
                outcome.conclusion(),
                Optional.of(new StackAccess(
                        run,
                        platform,
                        settings,
                        backend,
                        outcome.program().get(),
                        given,
                        StateLocation.of(backend.configuration(), workspace, credentials),
                        inputs.kubeconfig(run, platform).path(),
                        inputs.context(platform))));
    }

    /** The inputs, else what the job's environment holds, which is what OpenTofu would take. */
    private static List<Secret> credentials(Run run, Platform platform, List<Secret> given) {
        if (!given.isEmpty()) {
            return given;
        }
        List<Secret> found = platform.contract().state().credentialVariables().stream()
                .flatMap(name -> run.host().variable(name).stream())
                .map(Secret::of)
                .toList();
        found.forEach(run::protect);
        return found.size() == 2 ? found : List.of();
    }

    /** The pull request's comment about this state: two stacks, or one key in two stores, never share one. */
    CommentIdentity comment(String tool, String workspace, Optional<String> label) {
        String place = switch (location) {
            case StateLocation.S3 s3 -> s3.bucket() + "/" + s3.key();
            case StateLocation.Http http -> http.address();
        };
        return CommentIdentity.ofState(
                        tool,
                        backend.configuration().family().type(),
                        backend.endpoint(),
                        place,
                        workspace,
                        label.orElse(""))
                .of(family(tool, settings.stack(), settings.environment(), workspace, label));
    }

    /** What the comments of one tool about one stack have in common before anybody knows where its state lies. */
    static List<String> family(
            String tool, String stack, String environment, String workspace, Optional<String> label) {
        return List.of("stack", tool, stack, environment, workspace, label.orElse(""));
    }

    boolean http() {
        return backend.configuration().family() == BackendFamily.HTTP;
    }

    /** The backend's attributes in a file of mode 0600, for {@code -backend-config}. */
    PrivateFile backendFile() throws IOException {
        return PrivateFile.create(
                run.host(),
                "gf-backend-",
                "backend." + backend.configuration().family().type() + ".hcl",
                backend.configuration().hcl());
    }

    /** What OpenTofu and its providers see. */
    Map<String, String> environment() throws IOException {
        Map<String, String> clean = new TreeMap<>(TofuEnvironment.withCredentials(
                TofuEnvironment.of(run.host().environment(), http()),
                platform.contract().state().credentialVariables(),
                http() ? List.of() : given));
        clean.put("KUBE_CONFIG_PATH", kubeconfig.toString());
        context.ifPresent(name -> clean.put("KUBE_CTX", name));
        return clean;
    }

    /** Values the platform decides for the stack's variables. */
    Map<String, String> decided() {
        Map<String, String> values = new LinkedHashMap<>();
        context.ifPresent(name -> values.put(platform.contract().cluster().contextVariable(), name));
        values.put(platform.contract().cluster().kubeconfigVariable(), kubeconfig.toString());
        return values;
    }

    /** OpenTofu at work in the stack's folder, with its data in the run's own. */
    TofuSession session(Path data, String workspace) throws IOException {
        return TofuSession.open(
                runner(), program, settings.stackFolder(), data, environment(), workspace, new Progress(run)::take);
    }

    ProcessRunner runner() {
        return new ProcessRunner(run.host().interrupts(), run.redactor());
    }

    /** The cluster; empty where no context is named. */
    Optional<Kubectl> kubectl() {
        return context.map(name -> new Kubectl(runner(), run.host().environment(), kubeconfig, name));
    }
}
