package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.TestTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The release workflow itself, run by act in a copy of this checkout whose origin is a bare repository beside it. The
 * release trees are real; what belongs to others (setting up tools, attestations, GitHub's own command) is a stub that
 * writes down how it was called, and the suite of tests is one line, for it is what runs this.
 */
class ReleaseWorkflowIT {
    private static final Pattern USES = Pattern.compile("uses: *([\\w-]+/[\\w-]+)@([0-9a-f]{40})");

    @TempDir
    private Path folder;

    private Path checkout = Path.of("");
    private Path remote = Path.of("");

    @BeforeEach
    void layOut() throws Exception {
        checkout = Checkout.copyOfThis(Files.createDirectory(folder.resolve("checkout")));
        remote = folder.resolve("remote.git");
        script(checkout.resolve(".ci/run"), "echo suite >>\"$CALLS\"");
        // gh logs git in at GitHub; the remote here needs no login.
        script(folder.resolve("bin/gh"), "printf 'gh %s\\n' \"$*\" >>\"$CALLS\"");
    }

    @Test
    void aReleaseIsTestedBuiltTwiceAttestedAndPublished() throws Exception {
        origin();
        Run run = release("1.0.0", false);
        assertTrue(run.succeeded(), run::log);
        assertEquals(
                Set.of("v1", "v1.0.0"),
                new TreeSet<>(Checkout.git(remote, "tag").output().lines().toList()));
        String commit = Checkout.git(remote, "rev-parse", "v1.0.0").output().strip();
        assertEquals(
                List.of(commit, commit),
                Checkout.git(remote, "rev-parse", "v1", "releases/v1")
                        .output()
                        .lines()
                        .toList());
        String source = Checkout.git(checkout, "rev-parse", "HEAD").output().strip();
        assertTrue(Checkout.git(remote, "show", "v1:SOURCE").output().contains("commit: " + source));
        assertTrue(run.log().contains("commit " + commit), "the second build says the same commit");

        List<String> calls = run.calls();
        assertEquals("suite", calls.getFirst());
        assertTrue(calls.indexOf("gh auth setup-git") > 0, calls::toString);
        List<String> attested =
                calls.stream().filter(call -> call.startsWith("attest ")).toList();
        assertEquals(2, attested.size(), calls::toString);
        assertTrue(attested.getFirst().endsWith("/release/lib/gf.jar  "), attested::toString);
        assertTrue(attested.getLast().contains("/release/lib/gf.jar https://cyclonedx.org/bom /"), attested::toString);
        assertTrue(attested.getLast().endsWith("/release/lib/gf.cdx.json"), attested::toString);
        String created = calls.getLast();
        assertTrue(created.startsWith("gh release create v1.0.0 --verify-tag "), created);
        for (String file : List.of("/lib/gf.jar", "/SHA256SUMS", "/gf.cdx.json")) {
            assertTrue(created.contains(file), created);
        }
    }

    @Test
    void aDryRunDoesNeitherTestNorAttestNorPublish() throws Exception {
        // What release-tree does is seen above and in its own tests; here a commit of its form is enough.
        script(
                checkout.resolve("scripts/release-tree"),
                "source=$(git rev-parse HEAD)",
                "object=$(printf 'version: 1.0.0\\ncommit: %s\\n' \"$source\" | git hash-object -w --stdin)",
                "tree=$(printf '100644 blob %s\\tSOURCE\\n' \"$object\" | git mktree)",
                "export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@localhost GIT_AUTHOR_DATE='1700000000 +0000'",
                "export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@localhost GIT_COMMITTER_DATE='1700000000 +0000'",
                "echo \"commit $(git commit-tree \"$tree\" -m release)\"");
        origin();
        Run run = release("1.0.0", true);
        assertTrue(run.succeeded(), run::log);
        assertEquals("", Checkout.git(remote, "tag").output());
        assertEquals(List.of("gh auth setup-git"), run.calls());
        assertTrue(run.log().contains("would have published v1.0.0 and v1"), run::log);
    }

    @Test
    void aVersionThatNobodyDescribedIsNotReleased() throws Exception {
        origin();
        Run run = release("9.8.7", true);
        assertFalse(run.succeeded(), run::log);
        assertTrue(run.log().contains("CHANGELOG.md has no entry '## [9.8.7]'"), run::log);
        assertEquals("", Checkout.git(remote, "tag").output());
    }

    /** A suite that fails ends the release before anything is made. */
    @Test
    void aFailingSuiteEndsTheRelease() throws Exception {
        script(checkout.resolve(".ci/run"), "echo suite >>\"$CALLS\"", "exit 1");
        origin();
        Run run = release("1.0.0", false);
        assertFalse(run.succeeded(), run::log);
        assertEquals(List.of("suite"), run.calls());
        assertEquals("", Checkout.git(remote, "tag").output());
    }

    private void origin() throws Exception {
        Checkout.commitAll(checkout);
        Checkout.git(folder, "init", "--quiet", "--bare", remote.toString());
        Checkout.git(checkout, "remote", "add", "origin", remote.toString());
        Checkout.git(checkout, "push", "--quiet", "origin", "main");
    }

    private Run release(String version, boolean dry) throws Exception {
        String workflow = Files.readString(checkout.resolve(".github/workflows/release.yml"));
        List<String> command = new ArrayList<>(List.of(
                TestTools.binary("act").toString(),
                "workflow_dispatch",
                "--json",
                "--workflows",
                ".github/workflows/release.yml",
                "--platform",
                "ubuntu-24.04=-self-hosted",
                "--input",
                "version=" + version,
                "--input",
                "dry-run=" + dry,
                "--env",
                "CALLS=" + folder.resolve("calls"),
                "--env",
                "GF_JAVA_HOME=" + System.getProperty("java.home")));
        Set<String> others = new LinkedHashSet<>();
        Matcher uses = USES.matcher(workflow);
        while (uses.find()) {
            others.add(uses.group(1) + "@" + uses.group(2));
        }
        for (String other : others) {
            command.add("--local-repository");
            command.add(other + "=" + stub(other.startsWith("actions/attest")));
        }
        CommandResult act = ChildProcess.of(command)
                .in(checkout)
                .within(Duration.ofMinutes(20))
                .inheriting("HOME", "LANG", "JAVA_HOME")
                .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
                .with("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"))
                .run();
        return Run.of(act, folder.resolve("calls"));
    }

    private Path stub(boolean attest) throws IOException {
        Path stub = Files.createDirectories(folder.resolve(attest ? "attest" : "setup"));
        Files.writeString(stub.resolve("action.yml"), attest ? """
            name: stub
            inputs:
              subject-path:
                required: true
              predicate-type: {}
              predicate-path: {}
            runs:
              using: composite
              steps:
                - shell: bash
                  env:
                    GIVEN: ${{ inputs.subject-path }} ${{ inputs.predicate-type }} ${{ inputs.predicate-path }}
                  run: |
                    printf 'attest %s\\n' "$GIVEN" >>"$CALLS"
                    for file in $GIVEN; do case $file in /*) [ -s "$file" ] || exit 1 ;; esac; done
            """ : """
                name: stub
                runs:
                  using: composite
                  steps:
                    - shell: bash
                      run: echo set up
                """);
        return stub;
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.createDirectories(Checkout.parent(file));
        Files.writeString(file, "#!/usr/bin/env bash\n" + String.join("\n", lines) + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    /**
     * What the workflow did.
     *
     * @param calls of others' parts, in order
     */
    private record Run(boolean succeeded, String log, List<String> calls) {

        static Run of(CommandResult act, Path calls) throws IOException {
            ObjectMapper json = new ObjectMapper();
            StringBuilder log = new StringBuilder();
            boolean succeeded = false;
            for (String line : act.output().split("\n")) {
                if (line.startsWith("{")) {
                    JsonNode entry = json.readTree(line);
                    log.append(entry.path("msg").asText());
                    if (!entry.path("raw_output").asBoolean()) {
                        log.append('\n');
                    }
                    succeeded |= entry.path("jobResult").asText().equals("success");
                }
            }
            log.append(act.errors());
            return new Run(
                    succeeded && act.exitCode() == 0,
                    log.toString(),
                    Files.exists(calls) ? Files.readAllLines(calls) : List.of());
        }
    }
}
