package dev.tinyland.gf.access.preflight;

import static dev.tinyland.gf.access.preflight.PreflightCheck.PF001;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF002;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF003;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF010;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF011;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF012;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF013;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF020;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF021;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF030;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF031;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF040;
import static dev.tinyland.gf.access.preflight.PreflightVerdict.INVALID;
import static dev.tinyland.gf.access.preflight.PreflightVerdict.NOT_READY;
import static dev.tinyland.gf.access.preflight.PreflightVerdict.READY;
import static dev.tinyland.gf.access.preflight.PreflightVerdict.REFUSED;
import static dev.tinyland.gf.access.preflight.PreflightVerdict.UNVERIFIED;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.PrivateFile;
import dev.tinyland.gf.access.ReachabilityProbe;
import dev.tinyland.gf.access.Sink;
import dev.tinyland.gf.access.backend.BackendCheck;
import dev.tinyland.gf.access.backend.BackendJudge;
import dev.tinyland.gf.access.backend.BackendSettings;
import dev.tinyland.gf.access.backend.BackendVerdict;
import dev.tinyland.gf.access.kubeconfig.ExistingKubeconfig;
import dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict;
import dev.tinyland.gf.access.kubeconfig.ServerQuestions;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.OtherTool;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ShownPath;
import dev.tinyland.gf.kube.AddressScope;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.kube.ServerAddress;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.tofu.TofuProgram;
import dev.tinyland.gf.tofu.TofuVersion;
import dev.tinyland.gf.tofu.backend.BackendConfiguration;
import dev.tinyland.gf.tofu.backend.BackendFamily;
import dev.tinyland.gf.tofu.backend.StackFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that must hold before {@code tofu init} of a stack. It contacts the resolver of names, and no other server
 * unless the caller asks for it: the cluster with {@code verify}, the state's endpoint with {@code probe}.
 */
public final class Preflight {
    private final Run run;
    private final Platform platform;
    private final BackendSettings backend;
    private final Access access;
    private final HostResolver resolver;
    private final Checklist<PreflightVerdict> checks;
    private boolean brokenFiles;

    /**
     * How cluster and state are reached.
     *
     * @param context the context asked for; empty for the environment's
     * @param questions what the cluster's API server is asked
     * @param probe how the state's endpoint is tried; empty for not at all
     */
    public record Access(
            KubeconfigPlace kubeconfig,
            Optional<String> context,
            Set<AddressScope> scope,
            ServerQuestions.Questions questions,
            Optional<ReachabilityProbe> probe) {
        public Access {
            scope = Set.copyOf(scope);
        }

        /** Asks no server. */
        public Access(KubeconfigPlace kubeconfig, Optional<String> context, Set<AddressScope> scope) {
            this(kubeconfig, context, scope, ServerQuestions.none(), Optional.empty());
        }
    }

    public Preflight(Run run, Platform platform, BackendSettings backend, Access access, HostResolver resolver) {
        this.run = run;
        this.platform = platform;
        this.backend = backend;
        this.access = access;
        this.resolver = resolver;
        this.checks = new Checklist<>(Sink.of(run), List.of(PreflightCheck.values()));
    }

    /** The verdict, and with {@code READY} the backend configuration and the program. */
    public record Outcome(
            Conclusion conclusion, Optional<BackendJudge.Resolved> backend, Optional<TofuProgram.Found> program) {}

    public Outcome judge() throws IOException, InterruptedException {
        Optional<TofuProgram.Found> program = checkProgram();
        checkFolder();
        Optional<BackendJudge.Resolved> resolved = checkBackend();
        checkVersion(program.map(TofuProgram.Found::version), resolved);
        checkCredentials(resolved);
        checkEndpoint(resolved);
        checkAuthorities();
        checkKubeconfig();
        checkVariables();
        checkLegacy();
        checkLock();
        return new Outcome(checks.conclude(READY), resolved, program);
    }

    private Optional<TofuProgram.Found> checkProgram() throws IOException, InterruptedException {
        TofuProgram program = TofuProgram.find(
                new ProcessRunner(run.host().interrupts(), run.redactor()),
                run.host().environment(),
                run.directory());
        String next = "install OpenTofu 1.10 or newer and put its folder first on the PATH";
        return switch (program) {
            case TofuProgram.Found found -> {
                checks.pass(PF001, found.path() + ", " + found.version());
                yield Optional.of(found);
            }
            case TofuProgram.Missing _ -> {
                checks.fail(PF001, NOT_READY, "there is no tofu on the PATH", next);
                yield Optional.empty();
            }
            case TofuProgram.Script(Path path) -> {
                checks.fail(
                        PF001,
                        NOT_READY,
                        path + " is a script around tofu, which swallows signals and spoils JSON output",
                        "give the set-up action the input tofu_wrapper: false");
                yield Optional.empty();
            }
            case TofuProgram.Stranger(Path path, String why) -> {
                checks.fail(PF001, NOT_READY, path + ": " + why, next);
                yield Optional.empty();
            }
        };
    }

    private void checkVersion(Optional<TofuVersion> version, Optional<BackendJudge.Resolved> resolved)
            throws IOException {
        if (version.isEmpty()) {
            checks.unknown(PF002, UNVERIFIED, "no version to look at", "see PF001");
            return;
        }
        if (version.get().isAtLeast(1, 10)) {
            checks.pass(PF002, version.get() + ", it knows use_lockfile");
        } else if (resolved.isEmpty()) {
            checks.unknown(
                    PF002,
                    UNVERIFIED,
                    version.get() + " does not know use_lockfile, and no configuration says whether it is on",
                    "see PF011, or install OpenTofu 1.10 or newer");
        } else if (resolved.get().configuration().flag("use_lockfile")) {
            checks.fail(
                    PF002,
                    NOT_READY,
                    version.get() + " does not know use_lockfile, which the configuration sets; init would refuse it",
                    "install OpenTofu 1.10 or newer; without the lock two runs can write at once");
        } else {
            checks.pass(PF002, version.get() + ", use_lockfile is off");
        }
    }

    /** Where S3 credentials come from: inputs, environment, the file. OpenTofu finds no others on the platform. */
    private void checkCredentials(Optional<BackendJudge.Resolved> resolved) throws IOException {
        if (resolved.isEmpty()) {
            checks.unknown(PF012, UNVERIFIED, "no configuration says which are needed", "see PF011");
            return;
        }
        BackendConfiguration configuration = resolved.get().configuration();
        if (configuration.family() != BackendFamily.S3) {
            checks.notApplicable(PF012, "an http backend may be open; its server says");
            return;
        }
        List<String> variables = platform.contract().state().credentialVariables();
        List<String> missing = variables.stream()
                .filter(name -> run.host().variable(name).isEmpty())
                .toList();
        if (backend.credentials()) {
            checks.pass(PF012, "inputs access-key and secret-key");
        } else if (missing.isEmpty()) {
            checks.pass(PF012, String.join(", ", variables));
        } else if (configuration.text("access_key").isPresent()
                && configuration.text("secret_key").isPresent()) {
            checks.pass(PF012, "in the configuration itself");
        } else {
            checks.fail(
                    PF012,
                    NOT_READY,
                    "not set: " + String.join(", ", missing),
                    "give access-key and secret-key to gf backend-config, which exports them; without them init finds"
                            + " no credentials");
        }
    }

    private void checkEndpoint(Optional<BackendJudge.Resolved> resolved) throws IOException {
        if (access.probe().isEmpty()) {
            checks.notApplicable(PF013, "probe is false");
            return;
        }
        Optional<ServerAddress> server = resolved.flatMap(found -> ServerAddress.parse(found.endpoint()));
        if (server.isEmpty()) {
            checks.unknown(PF013, UNVERIFIED, "no configuration says which", "see PF011");
            return;
        }
        if (access.probe().get().answers(server.get().host(), server.get().effectivePort())) {
            checks.pass(PF013, server.get() + " takes connections; what lies behind it, a plan's guard looks at");
        } else {
            checks.unknown(
                    PF013,
                    UNVERIFIED,
                    server.get() + " takes no connection from here",
                    "join the network it is in, or forward a port and say --endpoint-override http://127.0.0.1:PORT");
        }
    }

    private void checkFolder() throws IOException {
        Path folder = backend.stackFolder();
        if (!Files.isDirectory(folder)) {
            checks.fail(
                    PF003,
                    NOT_READY,
                    "there is no folder " + ShownPath.of(folder),
                    "start in the repository, or say --stack-dir");
            return;
        }
        StackFiles files = StackFiles.read(folder);
        if (files.files().isEmpty()) {
            checks.fail(PF003, NOT_READY, folder + " holds no .tf or .tofu file", "say --stack-dir");
        } else if (!files.unreadable().isEmpty()) {
            checks.fail(
                    PF003,
                    NOT_READY,
                    "not readable: " + String.join(", ", files.unreadable()),
                    "run: tofu fmt -check " + folder);
            brokenFiles = true;
        } else {
            checks.pass(PF003, folder + ", " + files.files().size() + " files");
        }
    }

    private Optional<BackendJudge.Resolved> checkBackend() throws IOException, InterruptedException {
        BackendJudge.Outcome outcome = new BackendJudge(run, Sink.detailsOf(run), platform, backend, resolver).judge();
        Conclusion conclusion = outcome.conclusion();
        String reason = conclusion.failureReason();
        String next = "use " + OtherTool.about(run.host(), "backend-config", backend.stack());
        if (brokenFiles && reason.equals(BackendCheck.BC010.id())) {
            String observed = "files of the stack cannot be read, see PF003";
            checks.unknown(PF010, UNVERIFIED, observed, "see PF003");
            checks.unknown(PF011, UNVERIFIED, observed, "see PF003");
            return outcome.resolved();
        }
        if (reason.equals(BackendCheck.BC010.id())) {
            checks.fail(PF010, INVALID, "see " + reason, next);
        } else if (conclusion.verdict() == BackendVerdict.INVALID) {
            checks.unknown(PF010, UNVERIFIED, "there is no configuration to compare with", next);
        } else {
            checks.pass(PF010, "it does");
        }
        if (conclusion.verdict() == BackendVerdict.READY) {
            checks.pass(
                    PF011, outcome.resolved().map(BackendJudge.Resolved::source).orElse(""));
        } else if (conclusion.verdict() == BackendVerdict.REFUSED) {
            checks.fail(PF011, REFUSED, "refused by " + reason, next);
        } else {
            checks.fail(PF011, INVALID, "refused by " + reason, next);
        }
        return outcome.resolved();
    }

    private void checkAuthorities() throws IOException {
        Optional<Platform.Disagreement> disagreement = platform.disagreement(backend.environment());
        if (disagreement.isPresent()) {
            checks.fail(
                    PF021,
                    REFUSED,
                    "for " + backend.environment() + " " + Platform.ORGANIZATION + " says "
                            + disagreement.get().organization() + ", the contract says "
                            + disagreement.get().contract(),
                    "correct " + Platform.ORGANIZATION + ", or bring the contract that is meant with --contract");
        } else {
            checks.pass(
                    PF021, platform.organization().isPresent() ? "they agree" : "there is no " + Platform.ORGANIZATION);
        }
    }

    private void checkKubeconfig() throws IOException, InterruptedException {
        Path path = access.kubeconfig().path();
        String place = ShownPath.of(path) + " (" + access.kubeconfig().source() + ")";
        String next = run.host().inActions()
                ? "make it with the action kubeconfig, and pass its output path as kubeconfig-path"
                : "run: gf kubeconfig --kubeconfig-file FILE --env " + backend.environment()
                        + ", and use its output path";
        if (!Files.isRegularFile(path)) {
            checks.fail(PF020, NOT_READY, "there is no file " + place, next);
            return;
        }
        if (!Files.isReadable(path)) {
            checks.unknown(PF020, UNVERIFIED, place + " cannot be read", "look: ls -l " + ShownPath.of(path));
            return;
        }
        String open = PrivateFile.openTo(path);
        if (!open.isEmpty()) {
            checks.fail(PF020, NOT_READY, place + " is open to others (" + open + ")", "run: chmod 600 " + path);
            return;
        }
        Secret content = Secret.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        Conclusion conclusion = new ExistingKubeconfig(run, Sink.detailsOf(run), platform, resolver)
                .judge(backend.environment(), access.context(), access.scope(), access.questions(), content);
        String reason = conclusion.failureReason();
        if (!(conclusion.verdict() instanceof KubeconfigVerdict verdict)) {
            throw new IllegalStateException("no verdict of a kubeconfig: " + conclusion.verdict());
        }
        switch (verdict) {
            case READY -> checks.pass(PF020, place);
            case EXPIRING -> checks.warn(PF020, place + " ends soon, see KC031", next);
            case REFUSED -> checks.fail(PF020, REFUSED, place + " is refused by " + reason, next);
            case MALFORMED -> checks.fail(PF020, NOT_READY, place + " cannot be used, see " + reason, next);
            case UNVERIFIED -> checks.unknown(PF020, UNVERIFIED, place + ": see " + reason, next);
        }
    }

    private void checkVariables() throws IOException {
        Path file = backend.stackFolder().resolve(backend.environment() + ".tfvars");
        if (!Files.isRegularFile(file)) {
            checks.fail(
                    PF030,
                    NOT_READY,
                    "there is no " + ShownPath.of(file),
                    "write it; " + platform.contract().legacy().civo().variableFile()
                            + " is compatibility and stands in for nothing");
            return;
        }
        Optional<List<String>> legacy = new LegacyScan(platform.contract()).inFile(source(file));
        if (legacy.isEmpty()) {
            checks.fail(PF030, NOT_READY, file + " is not readable as HCL", "run: tofu fmt -check " + file);
        } else if (legacy.get().isEmpty()) {
            checks.pass(PF030, file.toString());
        } else {
            checks.fail(
                    PF030,
                    NOT_READY,
                    String.join("; ", legacy.get()),
                    "write the values of the one cluster, "
                            + platform.contract().cluster().context());
        }
    }

    private void checkLegacy() throws IOException {
        LegacyScan scan = new LegacyScan(platform.contract());
        List<String> found = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        Path folder = backend.stackFolder();
        Map<String, SourceFile> configuration =
                Files.isDirectory(folder) ? StackFiles.read(folder).files() : Map.of();
        if (configuration.isEmpty()) {
            unread.add("the stack, " + ShownPath.of(folder));
        } else {
            List<SourceFile> files = new ArrayList<>(configuration.values());
            for (Path file : automaticVariableFiles()) {
                files.add(source(file));
            }
            for (SourceFile file : files) {
                scan.inFile(file).ifPresentOrElse(found::addAll, () -> unread.add(file.path()));
            }
        }
        Set<String> set = run.host().environment().keySet().stream()
                .filter(name -> run.host().variable(name).isPresent())
                .collect(Collectors.toSet());
        scan.inEnvironment(set).forEach(name -> found.add("variable " + name + " is set"));
        if (found.isEmpty() && unread.isEmpty()) {
            checks.pass(PF031, "nothing");
        } else if (found.isEmpty()) {
            unread.sort(String::compareTo);
            checks.unknown(PF031, UNVERIFIED, "not readable: " + String.join(", ", unread), "see PF003");
        } else {
            found.sort(String::compareTo);
            checks.fail(
                    PF031,
                    NOT_READY,
                    String.join("; ", found),
                    "take them out of reach; run gf lint for where else they stand ("
                            + platform.contract().decisions().deploymentAuthority() + ")");
        }
    }

    private List<Path> automaticVariableFiles() throws IOException {
        try (Stream<Path> entries = Files.list(backend.stackFolder())) {
            return entries.filter(path -> {
                        String name = String.valueOf(path.getFileName());
                        String plain = name.replaceFirst("\\.json$", "");
                        return plain.equals("terraform.tfvars") || plain.endsWith(".auto.tfvars");
                    })
                    .sorted()
                    .toList();
        }
    }

    private void checkLock() throws IOException {
        Path file = backend.stackFolder().resolve(".terraform.lock.hcl");
        if (Files.isRegularFile(file)) {
            checks.pass(PF040, file.toString());
        } else {
            checks.fail(
                    PF040,
                    NOT_READY,
                    "there is no " + ShownPath.of(file),
                    "run: tofu -chdir=" + backend.stackFolder() + " providers lock, and commit the file");
        }
    }

    private static SourceFile source(Path file) throws IOException {
        return new SourceFile(
                String.valueOf(file.getFileName()), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
}
