package dev.tinyland.gf.lint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of all kinds, judged as a user's repository has them. */
class FileKindTests {
    private static final String SUBSTITUTER = "extra-substituters = https://nix-cache.tinyland.dev/main";

    @TempDir
    private Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Place, severity and rule of each finding. */
    private List<String> found(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "--format=line";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Cli(root)
                .run(all)
                .out()
                .lines()
                .map(line -> line.replaceFirst(": (error|warning|note): .* \\[(.*)]$", " $1 $2"))
                .toList();
    }

    @Test
    void jsonIsJudgedOnlyWhereItIsAskedFor() throws IOException {
        write("app/environments.json", "{\"context\": \"tinyland-civo-dev\"}\n");
        write("app/data.json", "{\"context\": \"tinyland-civo-dev\"}\n");
        assertEquals(List.of(), found());

        write("gf-lint.yml", "json: [app/environments.json]\n");
        assertEquals(List.of("app/environments.json:1:14 error legacy-civo-context"), found());
        assertEquals(List.of("app/data.json:1:14 error legacy-civo-context"), found("app/data.json"));
    }

    @Test
    void hclThatIsNoneIsUnreadableAndTheRestOfItIsJudged() throws IOException {
        write("main.tf", "terraform {\n  backend \"http\" {}\n");

        List<String> found = found();

        assertEquals(2, found.size(), found::toString);
        assertEquals(
                List.of(true),
                found.stream()
                        .filter(line -> line.endsWith(" error unreadable-file"))
                        .map(line -> true)
                        .toList());
    }

    @Test
    void aTemplateThatBecomesHclLaterIsPassedOver() throws IOException {
        write("main.tf", "{{ if .Values.state }}\nterraform {\n{{ end }}\n");
        write("a.md", "text\n");

        assertEquals(List.of(), found());
    }

    @Test
    void hclOfAPageIsReadAsHcl() throws IOException {
        write("a.md", """
            # State of honey

            ```hcl
            terraform {
              # backend "http" was here
              backend "http" {
              }
            }
            ```

            ```hcl
            terraform {
              backend "http" {}
              ...
            }
            ```
            """);

        assertEquals(
                List.of("a.md:6:12 warning legacy-http-backend", "a.md:13:3 warning legacy-http-backend"), found());
    }

    @Test
    void aManifestWeighsLessThanConfiguration() throws IOException {
        write("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  namespace: attic-cache-dev\n");
        write("b.yaml", "kind: x\nnamespace: attic-cache-dev\n");

        assertEquals(List.of("a.yaml:4:14 warning retired-endpoint", "b.yaml:2:12 error retired-endpoint"), found());
    }

    @Test
    void textOfNixConfigurationInABlockScalarIsRead() throws IOException {
        write(".github/workflows/a.yml", """
            on: push
            jobs:
              a:
                runs-on: ubuntu-latest
                steps:
                  - uses: cachix/install-nix-action@v31
                    with:
                      extra_nix_config: |
                        extra-substituters = https://nix-cache.fuzzy-dev.tinyland.dev/main
            """);

        assertEquals(List.of(".github/workflows/a.yml:9:42 error retired-endpoint"), found());
    }

    @Test
    void fallbackOfOneJobSaysNothingAboutAnother() throws IOException {
        String job = """
              %s:
                runs-on: ubuntu-latest
                env:
                  NIX_CONFIG: |
                    %s
                steps:
                  - run: nix build %s
            """;
        write(
                ".github/workflows/a.yml",
                "on: push\njobs:\n" + job.formatted("one", SUBSTITUTER, "").indent(2)
                        + job.formatted("two", SUBSTITUTER, "--fallback").indent(2));

        assertEquals(List.of(".github/workflows/a.yml:7:11 warning substituter-without-fallback"), found());
    }

    @Test
    void fallbackOfOneExampleSaysNothingAboutAnother() throws IOException {
        write(
                "a.md",
                "```ini\n" + SUBSTITUTER + "\nfallback = true\n```\n\ntext\n\n```ini\n" + SUBSTITUTER + "\n```\n");

        assertEquals(List.of("a.md:9:1 warning substituter-without-fallback"), found());
    }

    @Test
    void aCommentInAQuotationOrABlockOfCodeSilencesTheNextLine() throws IOException {
        write("a.md", """
            > <!-- gf-lint: ignore[retired-endpoint] quoted from the incident -->
            > attic.tinyland.dev was down.

            > ```sh
            > # gf-lint: ignore[retired-endpoint] what was typed
            > curl https://attic.tinyland.dev/
            > ```

            1. So:
               ```sh
               # gf-lint: ignore[retired-endpoint] what was typed
               curl https://attic.tinyland.dev/
               ```
            """);

        assertEquals(List.of(), found());
    }

    @Test
    void aTokenForAllJobsIsSaidAsWhatItIs() throws IOException {
        write(".github/workflows/a.yml", """
            on: [push, pull_request]
            env:
              ATTIC_TOKEN: ${{ secrets.ATTIC_TOKEN }}
            jobs:
              test:
                runs-on: ubuntu-latest
                steps: [{run: make}]
              push:
                runs-on: ubuntu-latest
                if: github.event_name == 'push' && github.ref == 'refs/heads/main'
                steps:
                  - if: env.ATTIC_TOKEN != ''
                    run: attic push main ./result
            """);

        String said = new Cli(root).run("--format=line").out();

        assertEquals(
                ".github/workflows/a.yml:3:16: note: ATTIC_TOKEN is given to every step of every job on pull_request"
                    + " (refs/pull/1/merge); only the step that publishes needs it. [attic-login-on-pull-request]\n",
                said);
    }

    @Test
    void aDataFolderOfTheRunsOwnHasNothingToForget() throws IOException {
        write("a.sh", "TF_DATA_DIR=\"$dir\" nix develop -c tofu init -reconfigure\ntofu init -reconfigure\n");

        assertEquals(List.of("a.sh:2:11 warning init-reconfigure"), found());
    }

    @Test
    void keysOfObjectsSaySomethingToo() throws IOException {
        write("main.tf", """
            locals {
              # "kubernetes.civo.com/a" = 1
              selector = {
                "kubernetes.civo.com/node-pool" = "gpu"
              }
              text = "{\\"kubernetes.civo.com/b\\": 1}"
            }
            """);

        assertEquals(
                List.of("main.tf:4:6 warning legacy-civo-resource", "main.tf:6:14 warning legacy-civo-resource"),
                found());
    }

    @Test
    void theReferenceOfTheHttpBackendOfAnotherProjectIsNoneOfOurs() throws IOException {
        write("http.md", "# Backends\n\n```hcl\nterraform {\n  backend \"http\" {}\n}\n```\n");

        assertEquals(List.of(), found());
    }

    @Test
    void stepsThatRunInParallelAreSteps() throws IOException {
        write(".github/workflows/a.yml", """
            on: pull_request
            jobs:
              a:
                runs-on: ubuntu-latest
                defaults: {run: {shell: bash}}
                steps:
                  - parallel:
                      - run: attic push main ./result
                      - uses: ryanccn/attic-action@v0
                      - run: curl https://attic.tinyland.dev/
                      - parallel: [{run: civo kubernetes list}]
                  - if: github.event_name == 'push' && github.ref == 'refs/heads/main' && env.ATTIC_TOKEN != ''
                    parallel:
                      - run: attic push main ./result
                  - id: server
                    run: make serve
                    background: true
                  - wait: server
                  - wait-all:
            """);

        assertEquals(
                List.of(
                        ".github/workflows/a.yml:8:18 error attic-push-on-pull-request",
                        ".github/workflows/a.yml:9:19 error attic-push-on-pull-request",
                        ".github/workflows/a.yml:10:31 error retired-endpoint",
                        ".github/workflows/a.yml:11:30 error legacy-civo-access"),
                found());
    }
}
