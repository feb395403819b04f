package dev.tinyland.gf;

import dev.tinyland.gf.actions.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What {@code gf --warm} lets a recording JVM do, so that the start-up cache holds the classes of every kind of run: it
 * lints a small repository with a file of each kind, in each format, and asks every tool for its help. It contacts
 * nobody and sees nothing of the environment, for a step's outputs are not its to write.
 */
final class StartupTraining {
    private static final Map<String, String> REPOSITORY = Map.ofEntries(
            Map.entry(".github/workflows/build.yml", """
                on:
                  push:
                    branches: [main]
                  pull_request:
                  workflow_dispatch:
                    inputs:
                      push-cache:
                        type: boolean
                        default: true
                permissions:
                  contents: read
                concurrency:
                  group: ${{ github.workflow }}-${{ github.ref }}
                  cancel-in-progress: true
                env:
                  CACHE: main
                jobs:
                  build:
                    if: github.event_name != 'schedule' && contains(github.ref, 'main')
                    runs-on: [self-hosted, linux]
                    strategy:
                      matrix:
                        system: [x86_64-linux, aarch64-linux]
                    steps:
                      - uses: actions/checkout@v4
                      - name: Build and publish
                        if: ${{ !cancelled() }}
                        env:
                          ATTIC_TOKEN: ${{ secrets.ATTIC_TOKEN }}
                        run: |
                          set -euo pipefail
                          if [ -n "${ATTIC_TOKEN:-}" ]; then attic login main https://cache.example "$ATTIC_TOKEN"; fi
                          nix build ".#packages.${{ matrix.system }}.default" | tee log && attic push main result
                      - uses: ./.github/actions/publish
                        with:
                          token: ${{ secrets.ATTIC_TOKEN }}
                  call:
                    uses: ./.github/workflows/called.yml
                    with:
                      push: ${{ inputs.push-cache }}
                """),
            Map.entry(".github/workflows/called.yml", """
                on:
                  workflow_call:
                    inputs:
                      push:
                        type: boolean
                        default: true
                jobs:
                  call:
                    runs-on: ubuntu-latest
                    steps:
                      # gf-lint: ignore[attic-push-on-pull-request] a workflow to train with
                      - run: attic push main result
                      - run: tofu init -backend-config=address=https://gitlab.com/api/v4/projects/1/terraform/state/a
                """),
            Map.entry(".github/actions/publish/action.yml", """
                name: publish
                inputs:
                  token:
                    required: true
                runs:
                  using: composite
                  steps:
                    - shell: bash
                      run: attic push main ./result
                """),
            Map.entry("README.md", """
                # A repository

                Publish by hand with `attic push main result`:

                | a | b |
                |---|---|
                | 1 | 2 |

                ```bash
                attic push main result
                ```

                ```yaml
                steps:
                  - run: attic push main result
                ```
                """),
            Map.entry("tofu/stacks/a/main.tf", """
                terraform {
                  backend "http" {
                    address = "https://gitlab.com/api/v4/projects/1/terraform/state/a"
                  }
                }
                locals {
                  name = "a-${var.b}"
                }
                """),
            Map.entry("tofu/stacks/a/a.auto.tfvars", "b = \"c\"\n"),
            Map.entry("Justfile", "cache := \"main\"\n\n# publish\npush:\n    attic push {{cache}} result\n"),
            Map.entry("scripts/push", "#!/usr/bin/env bash\nset -e\nfor f in a b; do attic push main \"$f\"; done\n"),
            Map.entry(".env", "CACHE=main\n"),
            Map.entry(".bazelrc", "build --remote_cache=grpc://cache.example:9092\n"),
            Map.entry("flake.nix", "{ nixConfig.extra-substituters = [ \"https://cache.example\" ]; }\n"),
            Map.entry(".gitlab-ci.yml", "build:\n  script:\n    - attic push main result\n"),
            Map.entry("config/cache.yaml", "cache: https://cache.example\n"));

    private StartupTraining() {}

    /** @param arguments an empty folder to work in */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        for (Map.Entry<String, String> file : REPOSITORY.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(path, file.getValue());
        }
        // No repository, but it looks like one: git is started and says so.
        Files.createDirectory(folder.resolve(".git"));
        String root = folder.toString();
        run(folder, "--version");
        run(folder, "--help");
        for (String format : List.of("text", "line", "json", "github")) {
            run(folder, "lint", "--format", format, root);
        }
        run(folder, "lint", "--color", "always", folder.resolve("README.md").toString());
        run(folder, "lint", "--report-dir", folder.resolve("report").toString(), root);
        run(folder, "lint", "rules");
        run(folder, "lint", "explain", "attic-push-by-default");
        run(folder, "lint", "--no-such-option");
        for (String tool : Tools.NAMES) {
            run(folder, tool, "--help");
        }
        run(folder, "info");
        run(folder, "cache-attachment");
    }

    private static void run(Path folder, String... arguments) {
        Host real = Host.ofProcess();
        Host host =
                new Host(Map.of(), real.in(), real.out(), real.err(), folder, real.clock(), false, real.interrupts());
        Gf.forArguments(host, arguments).execute(arguments);
    }
}
