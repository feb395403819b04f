package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.access.ReachabilityProbe;
import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.kube.KubeconfigBuilder;
import dev.tinyland.gf.state.guard.StateGuard;
import dev.tinyland.gf.state.guard.StoreGuard;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.MemoryStore;
import dev.tinyland.gf.testing.fault.FaultProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import picocli.CommandLine;

/**
 * A repository with one stack of the contract, a real S3 server in memory behind a proxy with faults, the real OpenTofu, and
 * a kubeconfig whose cluster does not answer unless a test brings one.
 */
final class Bench implements AutoCloseable {
    static final String BUCKET = "tofu-state";
    static final String KEY = "attic/terraform.tfstate";
    static final String STACK = "attic";

    final Path folder;
    final Path tofu;
    final MemoryStore store;
    final FaultProxy proxy;
    private final Map<String, String> inputs = new LinkedHashMap<>();
    private Clock clock = Clock.fixed(KubeconfigBuilder.NOW, ZoneOffset.UTC);
    private TestHost last;
    private boolean killed;

    private Bench(Path folder, Path tofu, MemoryStore store, FaultProxy proxy) {
        this.folder = folder;
        this.tofu = tofu;
        this.store = store;
        this.proxy = proxy;
        this.last = new TestHost(folder);
    }

    static Bench in(Path folder, Path tofu) throws Exception {
        MemoryStore store = MemoryStore.start(BUCKET);
        Bench bench = new Bench(folder, tofu, store, FaultProxy.before(store.uri()));
        bench.configuration("resource \"terraform_data\" \"one\" {\n  input = \"one\"\n}\n");
        Files.writeString(bench.stack().resolve("dev.tfvars"), "# nothing\n");
        Files.writeString(bench.stack().resolve(".terraform.lock.hcl"), "# no provider but the built-in one\n");
        KubeconfigBuilder kubeconfig = new KubeconfigBuilder();
        kubeconfig.server = "https://127.0.0.1:1";
        bench.kubeconfig(kubeconfig.text());
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("tofu"), tofu);
        bench.input("kubeconfig-path", "kubeconfig")
                .input("server-scope", "loopback")
                .input("endpoint-override", bench.proxy.uri().toString())
                .input("access-key", MemoryStore.ACCESS_KEY)
                .input("secret-key", MemoryStore.SECRET_KEY)
                .input("backend-config", backend(true));
        return bench;
    }

    static String backend(boolean lockfile) {
        return """
            bucket = "%s"
            key = "%s"
            region = "us-east-1"
            endpoints = { s3 = "http://tofu-state-rustfs.nix-cache.svc:9000" }
            use_path_style = true
            skip_credentials_validation = true
            skip_region_validation = true
            skip_requesting_account_id = true
            skip_metadata_api_check = true
            skip_s3_checksum = true
            use_lockfile = %s
            """.formatted(BUCKET, KEY, lockfile);
    }

    Path stack() {
        return folder.resolve("tofu/stacks").resolve(STACK);
    }

    /** The stack's configuration, with the backend block. */
    void configuration(String text) throws IOException {
        file("main.tf", "terraform {\n  backend \"s3\" {}\n}\n\n" + text);
    }

    void file(String name, String text) throws IOException {
        Files.createDirectories(stack());
        Files.writeString(stack().resolve(name), text);
    }

    void kubeconfig(String text) throws IOException {
        Path file = folder.resolve("kubeconfig");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** A live cluster's certificates are of today. */
    Bench atTheRealTime() {
        clock = Clock.systemUTC();
        return this;
    }

    Bench input(String name, String value) {
        inputs.put("GF_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), value);
        return this;
    }

    Bench variable(String name, String value) {
        inputs.put(name, value);
        return this;
    }

    /** Takes the program from a script of the test's. */
    void wrap(String script) throws IOException {
        Path wrapper = folder.resolve("bin/tofu");
        Files.delete(wrapper);
        Files.writeString(wrapper, script.replace("TOFU", tofu.toString()));
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs tofu-plan on the stack. */
    int plan() throws IOException {
        return plan(guard -> guard);
    }

    /** Runs it with something between the tool and the guard. */
    int plan(Function<StateGuard, StateGuard> around) throws IOException {
        return run(host -> new TofuPlanCommand(
                host,
                HostResolver.system(),
                ReachabilityProbe.tcp(),
                around.apply(new StoreGuard(host.interrupts(), host.clock()))));
    }

    int run(Function<Host, ToolCommand> command, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(STACK));
        arguments.addAll(List.of(more));
        last = new TestHost(folder).inActions().at(clock);
        inputs.forEach(last::with);
        last.with("PATH", folder.resolve("bin") + ":/usr/bin:/bin").with("HOME", folder.toString());
        Host host = last.host();
        return new CommandLine(command.apply(host))
                .setDefaultValueProvider(new EnvironmentDefaults(host.environment()))
                .execute(arguments.toArray(String[]::new));
    }

    /** A whole {@code gf} on the stack in a process of its own, which can be killed. Its clock is the real one. */
    Killable start(String tool) throws IOException {
        last = new TestHost(folder).inActions();
        inputs.forEach(last::with);
        last.with("PATH", folder.resolve("bin") + ":/usr/bin:/bin").with("HOME", folder.toString());
        return new Killable(
                ChildProcess.ofGf(List.of(tool, STACK))
                        .in(folder)
                        .with(last.host().environment())
                        .start(folder.resolve("killable.out"), folder.resolve("killable.err")),
                folder);
    }

    /** A test kills a run of ours, which then can remove nothing. */
    void isKilled() {
        killed = true;
    }

    /** Runs tofu-plan and compares how it ends. */
    void expect(int exit, String verdict, String reason) throws IOException {
        int code = plan();
        Assertions.assertEquals(verdict, verdict(), last::out);
        Assertions.assertEquals(reason, output("failure-reason"), last::out);
        Assertions.assertEquals(exit, code);
    }

    /** Keeps the plan that was just made as the reviewed one, and confirms its apply. */
    void reviewed() throws IOException {
        Path plan = folder.resolve("reviewed.tfplan");
        Path meta = folder.resolve("reviewed.meta.json");
        Files.copy(Path.of(output("plan-file")), plan, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Path.of(output("plan-meta")), meta, StandardCopyOption.REPLACE_EXISTING);
        input("plan-file", plan.toString()).input("plan-meta", meta.toString()).input("confirm", "apply-" + STACK);
    }

    /** Runs tofu-apply and compares how it ends. */
    void expectApply(int exit, String verdict, String reason) throws IOException {
        int code = run(host -> new TofuApplyCommand(
                host, HostResolver.system(), ReachabilityProbe.tcp(), new StoreGuard(host.interrupts(), host.clock())));
        Assertions.assertEquals(verdict, verdict(), last::out);
        Assertions.assertEquals(reason, output("failure-reason"), last::out);
        Assertions.assertEquals(exit, code);
    }

    TestHost host() {
        return last;
    }

    String output(String name) throws IOException {
        return Objects.requireNonNull(last.outputs().get(name), name);
    }

    String verdict() throws IOException {
        return output("verdict");
    }

    /** Applies the stack's configuration past these tools, so that there is a state. */
    void applied() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(folder, "data");
        Path backend = Files.writeString(
                folder.resolve("direct.hcl"),
                backend(true)
                        .replace(
                                "http://tofu-state-rustfs.nix-cache.svc:9000",
                                store.uri().toString()));
        tofu(data, "init", "-input=false", "-backend-config=" + backend);
        tofu(data, "apply", "-input=false", "-auto-approve");
    }

    /** Pushes a state past these tools, as the one who opened it would. */
    void pushed(Path state) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(folder, "data");
        tofu(data, "init", "-input=false", "-backend-config=" + folder.resolve("direct.hcl"));
        tofu(data, "state", "push", state.toString());
    }

    private void tofu(Path data, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tofu.toString()));
        command.addAll(List.of(arguments));
        CommandResult result = ChildProcess.of(command)
                .in(stack())
                .with("PATH", "/usr/bin:/bin")
                .with("HOME", folder.toString())
                .with("CHECKPOINT_DISABLE", "1")
                .with("TF_DATA_DIR", data.toString())
                .with("AWS_ACCESS_KEY_ID", MemoryStore.ACCESS_KEY)
                .with("AWS_SECRET_ACCESS_KEY", MemoryStore.SECRET_KEY)
                .run();
        if (result.exitCode() != 0) {
            throw new AssertionError(result.output() + result.errors());
        }
    }

    Optional<String> state() {
        return store.get(BUCKET, KEY).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    boolean isLocked() {
        return store.get(BUCKET, KEY + ".tflock").isPresent();
    }

    /** Nothing that holds a credential, and no data directory, outlives a run. */
    private void nothingIsLeftBehind() throws IOException {
        Path temporary = folder.resolve("runner-temp");
        if (!killed && Files.isDirectory(temporary)) {
            try (Stream<Path> left = Files.walk(temporary)) {
                List<String> names = left.map(path -> String.valueOf(path.getFileName()))
                        .filter(name -> name.startsWith("gf-backend-") || name.startsWith("gf-tofu-"))
                        .toList();
                Assertions.assertEquals(List.of(), names);
            }
        }
        Assertions.assertFalse(Files.exists(stack().resolve(".terraform")), "the stack's folder stays as it was");
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        store.close();
        nothingIsLeftBehind();
    }
}
