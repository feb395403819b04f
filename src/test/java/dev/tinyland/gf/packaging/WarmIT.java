package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The start-up cache with the real JVM: made, used, raced for, damaged, and of another Java. */
@ExtendWith(ReleaseTreeExtension.class)
class WarmIT {
    private static final String JAVA_HOME = System.getProperty("java.home");

    private final ReleaseTree tree;

    @TempDir
    private Path folder;

    private String version = "";

    WarmIT(ReleaseTree tree) {
        this.tree = tree;
    }

    @BeforeEach
    void askWithoutACache() throws Exception {
        CommandResult plain = gf("--version").with("GF_AOT", "off").run();
        assertEquals(0, plain.exitCode(), plain::toString);
        assertTrue(plain.output().startsWith("gf-actions "), plain::toString);
        version = plain.output();
    }

    @Test
    void twoThatWarmAtOnceLeaveOneWholeCacheThatTheJvmTakes() throws Exception {
        Callable<CommandResult> warm = () -> gf("--warm").run();
        List<CommandResult> results = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<CommandResult> each : both.invokeAll(List.of(warm, warm))) {
                results.add(each.get());
            }
        }
        for (CommandResult result : results) {
            assertEquals(0, result.exitCode(), result::toString);
            assertEquals("", result.output());
        }
        assertEquals(List.of(cache()), files(), "one cache, and nothing else is left");
        assertStarts(gf("--version"));
        CommandResult insisting = insisting(cache());
        assertEquals(0, insisting.exitCode(), insisting::toString);
        assertEquals(version, insisting.output());

        CommandResult again = gf("--warm").run();
        assertEquals(0, again.exitCode());
        assertTrue(again.errors().contains("is there already"), again::errors);
    }

    @Test
    void aWarmedStartSaysTheSameAsAPlainOne() throws Exception {
        Path workflows = Files.createDirectories(folder.resolve("repository/.github/workflows"));
        Files.writeString(workflows.resolve("push.yml"), """
            on: pull_request
            jobs:
              a:
                runs-on: ubuntu-latest
                steps:
                  - run: attic push main result
            """);
        warm();
        for (List<String> arguments : List.of(
                List.of("lint", folder.resolve("repository").toString()),
                List.of("lint", "--format", "json", folder.resolve("repository").toString()),
                List.of("lint", "--no-such-option"),
                List.of("--help"),
                List.of("info"))) {
            String[] words = arguments.toArray(String[]::new);
            CommandResult plain = gf(words).with("GF_AOT", "off").run();
            CommandResult warmed = gf(words).run();
            assertEquals(plain.exitCode(), warmed.exitCode(), warmed::toString);
            assertEquals(plain.output(), warmed.output());
            assertEquals(plain.errors(), warmed.errors());
        }
    }

    /** A JVM that maps a cache with a flipped byte may die: the launcher has it verified, and it starts without. */
    @Test
    void aDamagedCacheIsPassedOverInSilence() throws Exception {
        warm();
        byte[] whole = Files.readAllBytes(cache());
        Map<String, byte[]> damaged = new LinkedHashMap<>();
        damaged.put("empty", new byte[0]);
        damaged.put("no cache at all", "this is no cache\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        damaged.put("cut after the header", Arrays.copyOf(whole, 4096));
        damaged.put("cut in half", Arrays.copyOf(whole, whole.length / 2));
        damaged.put("cut by one byte", Arrays.copyOf(whole, whole.length - 1));
        damaged.put("zeros from the middle on", Arrays.copyOf(Arrays.copyOf(whole, whole.length / 2), whole.length));
        for (int tenth = 0; tenth < 10; tenth++) {
            byte[] flipped = whole.clone();
            int at = Math.max(16, (int) (whole.length / 10L * tenth));
            for (int i = at; i < at + 64; i++) {
                flipped[i] ^= (byte) 0xff;
            }
            damaged.put("64 bytes flipped from " + at + " of " + whole.length, flipped);
        }
        for (Map.Entry<String, byte[]> each : damaged.entrySet()) {
            Files.write(cache(), each.getValue());
            CommandResult result = gf("--version").run();
            assertEquals(0, result.exitCode(), () -> each.getKey() + ": " + result);
            assertEquals(version, result.output(), each.getKey());
            assertEquals("", result.errors(), each.getKey());
        }
    }

    @Test
    void theCacheOfAnotherBuildOfJavaIsPassedOver() throws Exception {
        warm();
        // The same name and version, so that it looks under the same name; another set of modules.
        Path other = folder.resolve("other-java");
        CommandResult linked = ChildProcess.of(
                        Path.of(JAVA_HOME, "bin", "jlink").toString(),
                        "--add-modules",
                        "java.base,java.logging,java.xml,java.naming,java.sql,java.management,java.net.http,jdk.unsupported",
                        "--output",
                        other.toString())
                .within(Duration.ofMinutes(3))
                .run();
        assertEquals(0, linked.exitCode(), linked::toString);
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(JAVA_HOME, "release"))) {
            release.load(reader);
        }
        List<String> lines = new ArrayList<>();
        for (String key : List.of("IMPLEMENTOR", "JAVA_RUNTIME_VERSION", "JAVA_VERSION", "OS_ARCH")) {
            lines.add(key + "=" + release.getProperty(key));
        }
        Files.write(other.resolve("release"), lines);
        Files.write(folder.resolve("seen"), lines);
        CommandResult result =
                gf("--version").with("GF_JAVA_HOME", other.toString()).run();
        assertEquals(version, result.output());
        assertEquals("", result.errors());
        assertEquals(0, result.exitCode());
        assertEquals(List.of(cache()), files(), "it looked under the same name");
    }

    @Test
    void offMeansThatNoCacheIsMadeOrUsed() throws Exception {
        CommandResult refused = gf("--warm").with("GF_AOT", "off").run();
        assertEquals(2, refused.exitCode());
        assertEquals("", refused.output());
        assertEquals(List.of(), files());
    }

    /** The recording runs are no step of the job that warms. */
    @Test
    void warmingInsideAStepWritesNoOutputs() throws Exception {
        Path outputs = Files.createFile(folder.resolve("outputs"));
        CommandResult warmed = gf("--warm")
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_OUTPUT", outputs.toString())
                .with(
                        "RUNNER_TEMP",
                        Files.createDirectory(folder.resolve("runner")).toString())
                .run();
        assertEquals(0, warmed.exitCode(), warmed::toString);
        assertEquals("", Files.readString(outputs));
        try (Stream<Path> left = Files.list(folder.resolve("runner"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** A runner fetches the action's tree anew, to another place: what is baked is found by the jar's digest. */
    @Test
    void bakingPutsTheVerifiedReleaseAndACacheForEveryCopyOfItIntoAFolder() throws Exception {
        Path into = folder.resolve("image/opt/gf");
        Files.createDirectories(Checkout.parent(into));
        CommandResult baked = gf("--bake", into.toString()).run();
        assertEquals(0, baked.exitCode(), baked::toString);
        Path real = into.toRealPath();
        assertEquals("GF_JAVA_HOME=" + JAVA_HOME + "\nGF_AOT_DIR=" + real + "/aot\n", baked.output());
        CommandResult verified = ChildProcess.of(into.resolve("gf").toString(), "--verify")
                .inheriting("PATH")
                .run();
        assertEquals(0, verified.exitCode(), verified::toString);
        Path cache;
        try (Stream<Path> all = Files.walk(real.resolve("aot"))) {
            cache = all.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        assertStarts(gf("--version").with("GF_AOT_DIR", real.resolve("aot").toString()));
        CommandResult insisting = insisting(cache);
        assertEquals(0, insisting.exitCode(), "the jar of another copy with this cache: " + insisting);
        assertEquals(version, insisting.output());
        CommandResult again = gf("--bake", into.toString()).run();
        assertEquals(2, again.exitCode());
        assertTrue(again.errors().contains("exists already"), again::errors);
    }

    @Test
    void aReleaseThatIsNotAsReleasedIsNotBaked() throws Exception {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        CommandResult copied = ChildProcess.of("cp", "-R", tree.folder() + "/.", copy.toString())
                .inheriting("PATH")
                .run();
        assertEquals(0, copied.exitCode(), copied::toString);
        Files.writeString(copy.resolve("README.md"), "changed");
        Path into = folder.resolve("baked");
        CommandResult refused = ChildProcess.of(copy.resolve("gf").toString(), "--bake", into.toString())
                .inheriting("PATH")
                .with("GF_JAVA_HOME", JAVA_HOME)
                .run();
        assertEquals(1, refused.exitCode(), refused::toString);
        assertTrue(refused.errors().contains("changed: README.md"), refused::errors);
        assertTrue(Files.notExists(into), "nothing is made");
    }

    private void warm() throws Exception {
        CommandResult warmed = gf("--warm").run();
        assertEquals(0, warmed.exitCode(), warmed::toString);
        assertEquals("", warmed.output());
    }

    private void assertStarts(ChildProcess command) throws Exception {
        CommandResult result = command.run();
        assertEquals(0, result.exitCode(), result::toString);
        assertEquals(version, result.output());
        assertEquals("", result.errors());
    }

    /** Started so that the JVM refuses to run without this cache. */
    private CommandResult insisting(Path cache) throws Exception {
        return ChildProcess.of(
                        Path.of(JAVA_HOME, "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:AOTCache=" + cache,
                        "-XX:AOTMode=on",
                        "-jar",
                        tree.folder().toRealPath().resolve("lib/gf.jar").toString(),
                        "--version")
                .run();
    }

    private ChildProcess gf(String... arguments) {
        return ChildProcess.of(
                        Stream.concat(Stream.of(tree.folder().resolve("gf").toString()), Stream.of(arguments))
                                .toList())
                .in(folder)
                .within(Duration.ofMinutes(3))
                .inheriting("PATH")
                .with("GF_JAVA_HOME", JAVA_HOME)
                .with("GF_AOT_DIR", folder.resolve("caches").toString());
    }

    private Path cache() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".aot"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cache"));
    }

    private List<Path> files() throws IOException {
        Path caches = folder.resolve("caches");
        if (!Files.exists(caches)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(caches)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
