package dev.tinyland.gf.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.testing.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GitTests {
    private static final Map<String, String> PATH =
            Map.of("PATH", "/usr/bin:/bin", "HOME", "/nonexistent", "GIT_CONFIG_NOSYSTEM", "1");
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path place;

    @Test
    void namesWithQuotesAndNewlinesComeAsTheyAre() throws Exception {
        Set<String> names = Set.of("a \"quoted\" name", "two\nlines", "-dash", "tab\there", "é", "back\\slash");
        GitRepository repository = GitRepository.create(place);
        for (String name : names) {
            repository.write(name, "");
        }
        assertEquals(names, new HashSet<>(git(PATH).names(place, "ls-files", "-z", "-o")));
    }

    @Test
    void aRepositoryWithoutAFileHasNoName() throws Exception {
        GitRepository.create(place);
        assertEquals(List.of(), git(PATH).names(place, "ls-files", "-z"));
    }

    @Test
    void aFolderInNoRepositoryIsAnAnswerInOneLine() {
        Git.FailedException failure = failure(git(PATH), "rev-parse", "HEAD");
        assertEquals(128, failure.exit());
        assertTrue(failure.answered());
        assertTrue(String.valueOf(failure.getMessage()).startsWith("fatal: not a git repository"), failure::toString);
        assertEquals(1, String.valueOf(failure.getMessage()).lines().count());
    }

    @Test
    void aQuietNoIsToldByItsExit() throws Exception {
        GitRepository.create(place);
        Git.FailedException failure = failure(git(PATH), "rev-parse", "--verify", "--quiet", "nothing^{commit}");
        assertEquals(1, failure.exit());
        assertEquals("exit 1", failure.getMessage());
    }

    @Test
    void aMissingGitIsNoAnswer() {
        Git.FailedException failure = failure(git(Map.of("PATH", place.toString())), "version");
        assertFalse(failure.answered());
        assertEquals("there is no git on the PATH", failure.getMessage());
    }

    @Test
    void aGitThatCannotBeStartedIsNoAnswer() throws Exception {
        Path broken = place.resolve("git");
        Files.writeString(broken, "#!/no/such/shell\n");
        assertTrue(broken.toFile().setExecutable(true));
        Git.FailedException failure = failure(new Git(broken.toString(), runner(), PATH, LONG), "version");
        assertFalse(failure.answered());
        assertEquals("git cannot be started", failure.getMessage());
    }

    @Test
    void aGitThatHangsIsEnded() throws Exception {
        Git.FailedException failure =
                failure(played("echo half an answer; exec sleep 600", Duration.ofMillis(300)), "version");
        assertFalse(failure.answered());
        assertEquals("git gave no answer within 0 s", failure.getMessage());
    }

    @Test
    void aTruncatedAnswerIsNoAnswer() throws Exception {
        Git.FailedException failure = failure(played("head -c 40000000 /dev/zero", LONG), "version");
        assertFalse(failure.answered());
        assertEquals("its answer is too long to be kept", failure.getMessage());
    }

    @Test
    void variablesOfAHookAndSecretsDoNotReachGit() throws Exception {
        Map<String, String> hook = new HashMap<>(PATH);
        hook.putAll(Map.of(
                "GIT_DIR", "/elsewhere",
                "GIT_WORK_TREE", "/elsewhere",
                "GIT_INDEX_FILE", "/elsewhere/index",
                "GIT_OBJECT_DIRECTORY", "/elsewhere/objects",
                "GIT_EXTERNAL_DIFF", "/elsewhere/diff",
                "GIT_CONFIG_PARAMETERS", "'core.pager'='x'",
                "GF_GITHUB_TOKEN", "t0ken"));
        hook.putAll(Map.of("GIT_CONFIG_COUNT", "1", "GIT_CONFIG_KEY_0", "safe.directory", "GIT_CONFIG_VALUE_0", "*"));
        Path program = script("env");
        Set<String> names = new HashSet<>();
        new Git(program.toString(), runner(), hook, LONG)
                .ask(place)
                .lines()
                .forEach(line -> names.add(line.substring(0, line.indexOf('='))));
        names.removeAll(Set.of("PWD", "SHLVL", "_", "OLDPWD"));
        assertEquals(
                Set.of(
                        "PATH",
                        "HOME",
                        "LC_ALL",
                        "GIT_CONFIG_NOSYSTEM",
                        "GIT_CONFIG_COUNT",
                        "GIT_CONFIG_KEY_0",
                        "GIT_CONFIG_VALUE_0",
                        "GIT_OPTIONAL_LOCKS",
                        "GIT_TERMINAL_PROMPT"),
                names);
    }

    @Test
    void askingLeavesTheIndexAsItIs() throws Exception {
        GitRepository.create(place).write("a", "text\n").commitAll("one");
        Path file = place.resolve("a");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        byte[] before = Files.readAllBytes(place.resolve(".git/index"));
        assertEquals("", git(PATH).ask(place, "status", "--porcelain"));
        assertTrue(Arrays.equals(before, Files.readAllBytes(place.resolve(".git/index"))));
    }

    private Git.FailedException failure(Git git, String... arguments) {
        return assertThrows(Git.FailedException.class, () -> git.ask(place, arguments));
    }

    private Git played(String script, Duration patience) throws IOException {
        return new Git(script(script).toString(), runner(), PATH, patience);
    }

    private Path script(String text) throws IOException {
        Path program = place.resolve("played-git");
        Files.writeString(program, "#!/bin/sh\n" + text + "\n");
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }

    private static Git git(Map<String, String> environment) {
        return new Git(runner(), environment);
    }

    private static ProcessRunner runner() {
        return new ProcessRunner(Interrupts.none(), new Redactor());
    }
}
