package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.PretendedHost;
import dev.tinyland.gf.testing.ReadmeSample;
import dev.tinyland.gf.testing.TestTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code jbang gf-lint@tinyland} exactly as it is typed: JBang asks GitHub's host of raw files, which is pretended here,
 * for the organization's catalog, follows its alias to the tag's catalog and runs the tag's jar.
 */
@ExtendWith(ReleaseTreeExtension.class)
class JbangAsTypedIT {
    private static final String RAW_FILES = "raw.githubusercontent.com";
    private static final int UNTRUSTED = 10;

    private final ReleaseTree tree;

    @TempDir
    private Path folder;

    private @Nullable PretendedHost started;

    JbangAsTypedIT(ReleaseTree tree) {
        this.tree = tree;
    }

    @BeforeEach
    void serve() throws IOException, InterruptedException {
        Path organization = Files.createDirectories(folder.resolve("site/tinyland"));
        Files.createDirectories(organization.resolve("jbang-catalog"));
        Files.createDirectories(organization.resolve("gf-actions"));
        Files.createSymbolicLink(
                organization.resolve("jbang-catalog/HEAD"),
                Path.of("packaging/jbang-catalog").toAbsolutePath());
        Files.createSymbolicLink(
                organization.resolve("gf-actions/v1"), tree.folder().toAbsolutePath());
        started = new PretendedHost(RAW_FILES, folder.resolve("site"), folder.resolve("store.p12"));
        Path workflows = Files.createDirectories(folder.resolve("work/.github/workflows"));
        Files.writeString(workflows.resolve("push.yml"), """
            on: pull_request
            jobs:
              a:
                runs-on: ubuntu-latest
                steps:
                  - run: attic push main result
            """);
    }

    @AfterEach
    void stop() {
        github().close();
    }

    @Test
    void withoutTrustItEndsWith10AndRunsNothing() throws Exception {
        CommandResult result = jbang("gf-lint@tinyland", ".").run();
        assertEquals(UNTRUSTED, result.exitCode(), result::toString);
        assertEquals("", result.output());
        assertTrue(result.errors().contains("trust"), result::errors);
        assertFalse(github().requests().contains("/tinyland/gf-actions/v1/lib/gf.jar"), "the jar was not even fetched");
    }

    /** docs/install.md shows the question; here it is asked, in a terminal that {@code script} pretends. */
    @Test
    void onATerminalItAsksAsTheGuideShows() throws Exception {
        String guide = Files.readString(Path.of("docs/install.md"));
        String question =
                guide.substring(guide.indexOf("https://github.com/tinyland/gf-actions/blob/v1/lib/gf.jar is"));
        question = question.substring(0, question.indexOf("\n```"));
        Path remembered = folder.resolve("jbang/trusted-sources.json");
        for (String no : List.of("0", "yes")) {
            CommandResult cancelled = answering(no);
            assertTrue(cancelled.output().replace("\r", "").contains(question), cancelled::toString);
            assertEquals(UNTRUSTED, cancelled.exitCode(), cancelled::toString);
            assertFalse(Files.exists(remembered), "nothing is remembered");
        }
        CommandResult trusted = answering("2");
        assertTrue(trusted.output().contains("dev.tinyland.gf.GfLint --version"), trusted::toString);
        assertTrue(Files.readString(remembered).contains("\n    \"https://github.com/tinyland/gf-actions/\""));
    }

    @Test
    void withTrustItLints() throws Exception {
        trust();
        CommandResult result = jbang("gf-lint@tinyland", ".").run();
        assertEquals(1, result.exitCode(), result::toString);
        assertTrue(result.output().contains("attic-push-on-pull-request"), result::toString);
        assertTrue(result.output().contains(".github/workflows/push.yml:6:"), result::toString);
        assertEquals(
                List.of(
                        "/tinyland/jbang-catalog/HEAD/jbang-catalog.json",
                        "/tinyland/gf-actions/v1/jbang-catalog.json",
                        "/tinyland/gf-actions/v1/lib/gf.jar"),
                ours().stream().distinct().toList());
        assertEquals(List.of(), github().refused());
        CommandResult whole = jbang("gf@tinyland", "--version").run();
        assertEquals(0, whole.exitCode(), whole::toString);
        assertTrue(whole.output().startsWith("gf-actions 1."), whole::toString);
    }

    @Test
    void everyToolIsAnAliasOfItsName() throws Exception {
        trust();
        JsonNode aliases = new ObjectMapper()
                .readTree(tree.folder().resolve("jbang-catalog.json").toFile())
                .path("aliases");
        assertTrue(aliases.size() > 10, aliases::toString);
        for (String tool : List.of("tofu-plan", "kubeconfig", "cache-attachment")) {
            CommandResult help = jbang(tool + "@tinyland", "--help").run();
            assertEquals(0, help.exitCode(), help::toString);
            assertTrue(help.output().startsWith("Usage: gf " + tool + " "), help::toString);
        }
        CommandResult used = jbang("cache-attachment@tinyland").run();
        CommandResult asSubcommand = jbang("gf@tinyland", "cache-attachment").run();
        assertEquals(asSubcommand.exitCode(), used.exitCode(), used::toString);
        assertEquals(asSubcommand.output(), used.output());
        CommandResult wrong = jbang("tofu-plan@tinyland", "--no-such-option").run();
        assertEquals(2, wrong.exitCode(), wrong::toString);
    }

    @Test
    void theReadmeShowsWhatItSays() throws Exception {
        trust();
        ReadmeSample sample = ReadmeSample.read();
        CommandResult result = jbang("gf-lint@tinyland", ".")
                .in(sample.repository(Files.createDirectory(folder.resolve("sample"))))
                .run();
        assertEquals(sample.output(), result.output());
        assertEquals(1, result.exitCode());
    }

    @Test
    void onceFetchedItNeedsNobody() throws Exception {
        trust();
        assertEquals(0, jbang("gf-lint@tinyland", "--version").run().exitCode());
        int asked = ours().size();
        CommandResult again = jbang("gf-lint@tinyland", "--version").run();
        assertEquals(0, again.exitCode(), again::toString);
        assertEquals(asked, ours().size(), "catalogs and jar come from the cache");
        CommandResult offline =
                jbang("--offline", "gf-lint@tinyland", "--version").run();
        assertEquals(0, offline.exitCode(), offline::toString);
        CommandResult fresh = jbang("--fresh", "gf-lint@tinyland", "--version").run();
        assertEquals(0, fresh.exitCode(), fresh::toString);
        assertTrue(ours().size() > asked, "--fresh asks again");
    }

    @Test
    void offlineWithNothingFetchedItFails() throws Exception {
        trust();
        CommandResult result =
                jbang("--offline", "gf-lint@tinyland", "--version").run();
        assertTrue(result.exitCode() != 0, result::toString);
        assertEquals(List.of(), ours());
    }

    @Test
    void aTagCanBeNamedAndAnAliasThatIsNotThereIsSaid() throws Exception {
        trust();
        CommandResult pinned =
                jbang("gf-lint@tinyland/gf-actions/v1", "--version").run();
        assertEquals(0, pinned.exitCode(), pinned::toString);
        CommandResult unknown = jbang("no-such-tool@tinyland").run();
        assertEquals(2, unknown.exitCode(), unknown::toString);
    }

    /** What was asked of the organization; JBang asks for a catalog of its own beside it. */
    private List<String> ours() {
        return github().requests().stream()
                .filter(path -> path.startsWith("/tinyland/"))
                .toList();
    }

    private PretendedHost github() {
        return Objects.requireNonNull(started, "started before each test");
    }

    private void trust() throws Exception {
        CommandResult trusted =
                jbang("trust", "add", "https://github.com/tinyland/").run();
        assertEquals(0, trusted.exitCode(), trusted::toString);
    }

    /** JBang's own program: what starts it in {@code .tools} says that there is no terminal, whatever there is. */
    private CommandResult answering(String choice) throws Exception {
        Path terminal = Path.of("/usr/bin/script");
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux") && Files.isExecutable(terminal),
                "no script of util-linux to pretend a terminal with");
        Path libraries = Objects.requireNonNull(
                        TestTools.binary("jbang").toRealPath().getParent())
                .resolveSibling("lib");
        return ChildProcess.of(
                        "bash",
                        "-c",
                        "printf '%s\\n"
                                + "' \"$CHOICE\" | script -qec '\"$JAVA_HOME/bin/java\" $JBANG_JAVA_OPTIONS -classpath"
                                + " \"$LIBRARIES/*\" dev.jbang.Main gf-lint@tinyland --version' /dev/null")
                .in(folder.resolve("work"))
                .within(Duration.ofMinutes(3))
                .inheriting("PATH", "LANG")
                .with("HOME", folder.toString())
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("JBANG_DIR", folder.resolve("jbang").toString())
                .with("JBANG_NO_VERSION_CHECK", "true")
                .with("JBANG_RUNTIME_SHELL", "bash")
                .with("JBANG_JAVA_OPTIONS", github().javaOptions())
                .with("LIBRARIES", libraries.toString())
                .with("CHOICE", choice)
                .run();
    }

    private ChildProcess jbang(String... arguments) {
        return ChildProcess.of(Stream.concat(Stream.of(TestTools.binary("jbang").toString()), Stream.of(arguments))
                        .toList())
                .in(folder.resolve("work"))
                .within(Duration.ofMinutes(3))
                .inheriting("PATH", "LANG")
                .with("HOME", folder.toString())
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("JBANG_DIR", folder.resolve("jbang").toString())
                .with("JBANG_NO_VERSION_CHECK", "true")
                .with("JBANG_JAVA_OPTIONS", github().javaOptions());
    }
}
