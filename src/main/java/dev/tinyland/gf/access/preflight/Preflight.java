package dev.tinyland.gf.access.preflight;

import static dev.tinyland.gf.access.preflight.PreflightCheck.PF001;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF002;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF003;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF010;
import static dev.tinyland.gf.access.preflight.PreflightCheck.PF011;
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
import dev.tinyland.gf.access.Sink;
import dev.tinyland.gf.access.backend.BackendCheck;
import dev.tinyland.gf.access.backend.BackendJudge;
import dev.tinyland.gf.access.backend.BackendSettings;
import dev.tinyland.gf.access.backend.BackendVerdict;
import dev.tinyland.gf.access.kubeconfig.ExistingKubeconfig;
import dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.kube.AddressScope;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.tofu.TofuProgram;
import dev.tinyland.gf.tofu.TofuVersion;
import dev.tinyland.gf.tofu.backend.StackFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that must hold before {@code tofu init} of a stack. It contacts nothing but the resolver of names. */
public final class Preflight {
    private final Run run;
    private final Platform platform;
    private final BackendSettings backend;
    private final Access access;
    private final HostResolver resolver;
    private final Checklist<PreflightVerdict> checks;

    /**
     * How the cluster is reached.
     *
     * @param context the context asked for; empty for the environment's
     */
    public record Access(KubeconfigPlace kubeconfig, Optional<String> context, Set<AddressScope> scope) {
        public Access {
            scope = Set.copyOf(scope);
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

    /** The verdict, and with {@code READY} the backend configuration. */
    public record Outcome(Conclusion conclusion, Optional<BackendJudge.Resolved> backend) {}

    public Outcome judge() throws IOException, InterruptedException {
        Optional<TofuVersion> version = checkProgram();
        checkFolder();
        Optional<BackendJudge.Resolved> resolved = checkBackend();
        checkVersion(version, resolved);
        checkAuthorities();
        checkKubeconfig();
        checkVariables();
        checkLegacy();
        checkLock();
        return new Outcome(checks.conclude(READY), resolved);
    }

    private Optional<TofuVersion> checkProgram() throws IOException, InterruptedException {
        TofuProgram program = TofuProgram.find(
                new ProcessRunner(run.host().interrupts(), run.redactor()),
                run.host().environment(),
                run.directory());
        String next = "install OpenTofu 1.10 or newer and put its folder first on the PATH";
        return switch (program) {
            case TofuProgram.Found(Path path, TofuVersion version) -> {
                checks.pass(PF001, path + ", " + version);
                yield Optional.of(version);
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
        boolean locks = resolved.filter(found -> found.configuration().flag("use_lockfile"))
                .isPresent();
        if (!locks || version.get().isAtLeast(1, 10)) {
            checks.pass(PF002, version.get() + (locks ? ", use_lockfile is on" : ""));
        } else {
            checks.fail(
                    PF002,
                    NOT_READY,
                    version.get() + " does not know use_lockfile",
                    "install OpenTofu 1.10 or newer; without the lock two runs can write at once");
        }
    }

    private void checkFolder() throws IOException {
        Path folder = backend.stackFolder();
        if (!Files.isDirectory(folder)) {
            checks.fail(
                    PF003, NOT_READY, "there is no folder " + folder, "start in the repository, or say --stack-dir");
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
        } else {
            checks.pass(PF003, folder + ", " + files.files().size() + " files");
        }
    }

    private Optional<BackendJudge.Resolved> checkBackend() throws IOException, InterruptedException {
        BackendJudge.Outcome outcome = new BackendJudge(run, Sink.detailsOf(run), platform, backend, resolver).judge();
        Conclusion conclusion = outcome.conclusion();
        boolean family = conclusion.failureReason().equals(BackendCheck.BC010.id());
        String next = "run: gf backend-config " + backend.stack();
        if (family) {
            checks.fail(PF010, INVALID, "see " + BackendCheck.BC010.id(), next);
        } else if (conclusion.verdict() == BackendVerdict.INVALID) {
            checks.unknown(PF010, UNVERIFIED, "there is no configuration to compare with", next);
        } else {
            checks.pass(PF010, "it does");
        }
        if (conclusion.verdict() == BackendVerdict.READY) {
            checks.pass(
                    PF011, outcome.resolved().map(BackendJudge.Resolved::source).orElse(""));
        } else if (conclusion.verdict() == BackendVerdict.REFUSED) {
            checks.fail(PF011, REFUSED, "refused by " + conclusion.failureReason(), next);
        } else {
            checks.fail(PF011, INVALID, "refused by " + conclusion.failureReason(), next);
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
        String place = path + " (" + access.kubeconfig().source() + ")";
        String next = "run: gf kubeconfig --kubeconfig-file FILE --env " + backend.environment()
                + ", and use its output path";
        if (!Files.isRegularFile(path)) {
            checks.fail(PF020, NOT_READY, "there is no file " + place, next);
            return;
        }
        if (!Files.isReadable(path)) {
            checks.unknown(PF020, UNVERIFIED, place + " cannot be read", "look: ls -l " + path);
            return;
        }
        Secret content = Secret.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        Conclusion conclusion = new ExistingKubeconfig(run, Sink.detailsOf(run), platform, resolver)
                .judge(backend.environment(), access.context(), access.scope(), content);
        if (conclusion.verdict() == KubeconfigVerdict.READY) {
            checks.pass(PF020, place);
        } else if (conclusion.verdict() == KubeconfigVerdict.EXPIRING) {
            checks.warn(PF020, place + " ends soon, see " + "KC031", next);
        } else if (conclusion.verdict() == KubeconfigVerdict.REFUSED) {
            checks.fail(PF020, REFUSED, place + " is refused by " + conclusion.failureReason(), next);
        } else {
            checks.fail(PF020, NOT_READY, place + " is refused by " + conclusion.failureReason(), next);
        }
    }

    private void checkVariables() throws IOException {
        Path file = backend.stackFolder().resolve(backend.environment() + ".tfvars");
        if (!Files.isRegularFile(file)) {
            checks.fail(
                    PF030,
                    NOT_READY,
                    "there is no " + file,
                    "write it; " + platform.contract().legacy().civo().variableFile()
                            + " is compatibility and stands in for nothing");
            return;
        }
        List<String> legacy = new LegacyScan(platform.contract()).inFile(source(file));
        if (legacy.isEmpty()) {
            checks.pass(PF030, file.toString());
        } else {
            checks.fail(
                    PF030,
                    NOT_READY,
                    String.join("; ", legacy),
                    "write the values of the one cluster, "
                            + platform.contract().cluster().context());
        }
    }

    private void checkLegacy() throws IOException {
        LegacyScan scan = new LegacyScan(platform.contract());
        List<String> found = new ArrayList<>();
        if (Files.isDirectory(backend.stackFolder())) {
            for (SourceFile file :
                    StackFiles.read(backend.stackFolder()).files().values()) {
                if (!file.path().endsWith(".json")) {
                    found.addAll(scan.inFile(file));
                }
            }
            for (Path file : automaticVariableFiles()) {
                found.addAll(scan.inFile(source(file)));
            }
        }
        Set<String> set = run.host().environment().keySet().stream()
                .filter(name -> run.host().variable(name).isPresent())
                .collect(Collectors.toSet());
        scan.inEnvironment(set).forEach(name -> found.add("variable " + name + " is set"));
        if (found.isEmpty()) {
            checks.pass(PF031, "nothing");
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
                        return name.equals("terraform.tfvars") || name.endsWith(".auto.tfvars");
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
                    "there is no " + file,
                    "run: tofu -chdir=" + backend.stackFolder() + " providers lock, and commit the file");
        }
    }

    private static SourceFile source(Path file) throws IOException {
        return new SourceFile(
                String.valueOf(file.getFileName()), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
}
