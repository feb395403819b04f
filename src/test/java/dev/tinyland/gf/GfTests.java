package dev.tinyland.gf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.InternalErrors;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.ReadmeSample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Which tools one start puts together, and what it loads for that. */
class GfTests {
    @TempDir
    private Path folder;

    @Test
    void everyToolIsOfferedUnderTheNameItGivesItself() {
        CommandLine all = Gf.on(host());
        assertEquals(Set.copyOf(Tools.NAMES), all.getSubcommands().keySet());
        all.getSubcommands()
                .forEach(
                        (name, line) -> assertEquals(name, line.getCommandSpec().name()));
        assertThrows(IllegalArgumentException.class, () -> Tools.command("no-such-tool", host()));
    }

    @ParameterizedTest
    @CsvSource({
        "lint, lint",
        "lint x.yml, lint",
        "arc-plan --help, arc-plan",
        "--version, ''",
        "-V, ''",
        "--version lint, ALL",
        "--help, ALL",
        "'', ALL",
        "lnit, ALL",
        "generate-completion, ALL",
    })
    void aStartMakesTheToolThatIsNamed(String arguments, String made) {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");
        Set<String> expected = switch (made) {
            case "ALL" -> Set.copyOf(Tools.NAMES);
            case "" -> Set.of();
            default -> Set.of(made);
        };
        assertEquals(expected, Gf.forArguments(host(), words).getSubcommands().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "lint x.yml, ''",
        "lint explain some-rule, explain",
        "lint --color never rules, rules",
        "lint --help, 'explain rules schema'",
        "lint -h, 'explain rules schema'",
        "lint @arguments.txt, 'explain rules schema'",
    })
    void theLinterMakesTheSubcommandsThatCanTakePart(String arguments, String made) {
        CommandLine lint = Objects.requireNonNull(
                Gf.forArguments(host(), arguments.split(" ")).getSubcommands().get("lint"));
        String seen = lint.getSubcommands().keySet().stream().sorted().collect(Collectors.joining(" "));
        assertEquals(made, seen);
    }

    @Test
    void aWrongNameIsAUsageError() {
        assertEquals(2, Gf.forArguments(host(), "lnit").execute("lnit"));
    }

    @Test
    void aCommandThatBreaksEndsWith70AndQuotesNothing() {
        TestHost host = new TestHost(folder);
        CommandLine line = new CommandLine(new Broken());
        line.setExecutionExceptionHandler(new InternalErrors(host.host()));
        assertEquals(70, line.execute());
        assertTrue(host.err().contains("java.lang.IllegalStateException"), host::err);
        assertFalse(host.err().contains("secret text"), host::err);
    }

    @Test
    void theReadmeShowsWhatTheLinterSays() throws Exception {
        ReadmeSample sample = ReadmeSample.read();
        sample.repository(folder);
        TestHost host = new TestHost(folder);
        assertEquals(1, Gf.forArguments(host.host(), "lint", ".").execute("lint", "."));
        assertEquals(sample.output().replace("`gf-lint explain", "`gf lint explain"), host.out());
    }

    /** A linter that loads the clients of S3 and GitHub pays for them at every start, and could contact somebody. */
    @ParameterizedTest
    @CsvSource({"lint workflow.yml", "--version"})
    void aStartLoadsNothingOfAnotherTool(String arguments) throws Exception {
        Files.writeString(folder.resolve("workflow.yml"), "on: push\njobs: {}\n");
        Path loaded = folder.resolve("loaded.txt");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tinyland.gf.Gf"));
        command.addAll(List.of(arguments.split(" ")));
        CommandResult result = ChildProcess.of(command).in(folder).run();
        assertEquals(0, result.exitCode(), result::toString);
        List<String> classes = Files.readAllLines(loaded).stream()
                .map(line -> line.replaceFirst("^(\\[[^]]*])+ *", "").replaceFirst(" .*", ""))
                .toList();
        assertTrue(classes.contains("dev.tinyland.gf.Gf"), "the log tells what was loaded");
        List<String> strange = classes.stream()
                .filter(
                        name -> name.startsWith("software.amazon.")
                                || name.startsWith("org.kohsuke.")
                                || name.startsWith("com.fasterxml.")
                                || name.startsWith("org.commonmark.")
                                || name.startsWith("org.bouncycastle.")
                                || name.startsWith("com.exceptionfactory.")
                                || name.startsWith("java.net.http.")
                                || name.startsWith("java.security.SecureRandom")
                                || (name.startsWith("dev.tinyland.gf.")
                                        && name.matches(
                                                "dev\\.tinyland\\.gf\\.(access|state|plan|arc|attic|bazel|s3|github|kube)\\..*")))
                .toList();
        assertEquals(List.of(), strange);
    }

    private dev.tinyland.gf.actions.Host host() {
        return new TestHost(folder).host();
    }

    /** Fails as no command should. */
    @Command(name = "broken")
    static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("secret text");
        }
    }
}
