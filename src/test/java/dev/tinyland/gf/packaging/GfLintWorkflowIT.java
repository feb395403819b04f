package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The workflow to copy: whatever becomes of uploads, the run ends as gf-lint does. */
@ExtendWith(ReleaseTreeExtension.class)
class GfLintWorkflowIT {
    private static final String GOOD =
            "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n";
    private static final String BAD = "on: [push\njobs: {}\n";

    private final ActionHarness harness;
    private final String steps;

    GfLintWorkflowIT(ReleaseTree tree, @TempDir Path place) throws IOException {
        harness = new ActionHarness(tree, place.toRealPath());
        harness.file("README.md", "# A consumer\n");
        String workflow = Files.readString(Path.of("workflows/gf-lint.yml"));
        steps = workflow.substring(workflow.indexOf("    steps:\n") + "    steps:\n".length())
                .indent(-6);
        Matcher others =
                Pattern.compile("uses: ((?:github|actions)/(?!checkout)[^ ]+)").matcher(workflow);
        while (others.find()) {
            boolean upload = others.group(1).contains("upload-sarif");
            harness.action(
                    others.group(1), stub(upload ? "code scanning" : "artifact", upload ? "sarif_file" : "path"));
        }
    }

    private static String stub(String name, String input) {
        return """
            name: stub
            inputs:
              %s: {required: true}
              category: {default: ''}
              name: {default: ''}
              retention-days: {default: ''}
            runs:
              using: composite
              steps:
                - shell: bash
                  env:
                    FILE: ${{ inputs.%s }}
                  run: |
                    test -s "$FILE" || exit 9
                    echo "stub of %s runs"
                    [ ! -e "$HARNESS/broken" ] || exit 1
            """.formatted(input, input, name);
    }

    private HarnessRun run(String visibility, String workflow) throws Exception {
        return harness.file(".github/workflows/it.yml", workflow)
                .event("{\"repository\": {\"visibility\": \"" + visibility + "\"}}")
                .run(steps);
    }

    private void breakUploads() throws IOException {
        Files.writeString(harness.folder().resolve("broken"), "");
    }

    @Test
    void aCleanPublicRepositoryUploadsAndIsGreen() throws Exception {
        HarnessRun run = run("public", GOOD);

        assertTrue(run.log().contains("stub of code scanning runs"), run::toString);
        assertFalse(run.log().contains("stub of artifact runs"), run::toString);
        assertTrue(run.log().contains("gf-lint: CLEAN"), run::toString);
        assertTrue(run.succeeded(), run::toString);
    }

    @Test
    void anUploadThatSucceedsNeverHidesFindings() throws Exception {
        HarnessRun run = run("public", BAD);

        assertTrue(run.log().contains("stub of code scanning runs"), run::toString);
        assertEquals("FINDINGS", run.step("lint").output("verdict"), run::toString);
        assertFalse(run.succeeded(), run::toString);
    }

    @Test
    void anUploadThatFailsNeverTurnsACleanRunRedAndTheArtifactTakesItsPlace() throws Exception {
        breakUploads();

        HarnessRun run = run("public", GOOD);

        assertTrue(run.log().contains("stub of artifact runs"), run::toString);
        assertTrue(run.succeeded(), run::toString);
    }

    @Test
    void aPrivateRepositoryWithoutCodeScanningKeepsTheFileAndTheResult() throws Exception {
        HarnessRun run = asking(403, "Advanced Security must be enabled for this repository", BAD);

        assertTrue(run.log().contains("code scanning: no (GitHub answered 403)"), run::toString);
        assertFalse(run.log().contains("stub of code scanning runs"), run::toString);
        assertTrue(run.log().contains("stub of artifact runs"), run::toString);
        assertFalse(run.succeeded(), run::toString);
    }

    @Test
    void aPrivateRepositoryThatHasCodeScanningUploadsEvenTheFirstTime() throws Exception {
        HarnessRun run = asking(404, "no analysis found", GOOD);

        assertTrue(run.log().contains("stub of code scanning runs"), run::toString);
        assertFalse(run.log().contains("stub of artifact runs"), run::toString);
        assertTrue(run.succeeded(), run::toString);
    }

    @Test
    void anAnswerThatSaysNothingIsNoCodeScanning() throws Exception {
        HarnessRun run = asking(404, "Not Found", GOOD);

        assertTrue(run.log().contains("code scanning: no (GitHub answered 404)"), run::toString);
        assertTrue(run.log().contains("stub of artifact runs"), run::toString);
        assertTrue(run.succeeded(), run::toString);
    }

    private HarnessRun asking(int status, String message, String workflow) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = ("{\"message\": \"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            boolean asked = exchange.getRequestURI().getPath().endsWith("/code-scanning/analyses")
                    && String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                            .startsWith("Bearer");
            exchange.sendResponseHeaders(asked ? status : 500, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            harness.with(
                    "GITHUB_API_URL", "http://127.0.0.1:" + server.getAddress().getPort());
            return run("private", workflow);
        } finally {
            server.stop(0);
        }
    }
}
