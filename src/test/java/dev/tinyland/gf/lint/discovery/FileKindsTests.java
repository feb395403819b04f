package dev.tinyland.gf.lint.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.lint.Surface;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindsTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
        .github/workflows/ci.yml,          WORKFLOW
        .github/workflows/ci.yaml,         WORKFLOW
        .gitlab-ci.yml,                    GITLAB_CI
        sub/.gitlab-ci.test.yml,           GITLAB_CI
        .gitlab/ci/build.yml,              GITLAB_CI
        README.md,                         DOCUMENT
        docs/page.mdx,                     DOCUMENT
        tofu/stacks/arc/backend.tf,        HCL
        tofu/dev.tfvars,                   HCL
        tofu/dev.tfvars.example,           HCL
        config/backend.s3.example.hcl,     HCL
        Justfile,                          JUSTFILE
        justfile,                          JUSTFILE
        just/cache.just,                   JUSTFILE
        scripts/push.sh,                   SHELL
        .envrc,                            SHELL
        .env,                              ENVIRONMENT
        .env.example,                      ENVIRONMENT
        flake.nix,                         NIX
        .bazelrc,                          BAZELRC
        tools/ci.bazelrc,                  BAZELRC
        config/lanes.json,                 JSON
        """)
    void knowsByPath(String path, Surface surface) {
        assertEquals(new FileKind.Known(surface), FileKinds.byPath(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/Main.java", "logo.png", "go.mod"})
    void leavesOtherFilesAlone(String path) {
        assertEquals(new FileKind.Other(), FileKinds.byPath(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"action.yml", "config/a.yaml", ".github/workflows/deep/ci.yml", ".github/dependabot.yml"})
    void asksTheContentOfOtherYaml(String path) {
        assertEquals(new FileKind.SomeYaml(), FileKinds.byPath(path));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        name: a\\non: push\\njobs: {}\\n                      | WORKFLOW
        "on": push\\njobs:\\n  a: {}\\n                       | WORKFLOW
        jobs: {}\\n                                           | CONFIGURATION
        name: a\\nruns:\\n  using: composite\\n               | ACTION
        name: a\\nruns:\\n  steps: []\\n  using: node20\\n    | ACTION
        runs: 3\\n                                            | CONFIGURATION
        only: a\\n                                            | CONFIGURATION
        """)
    void tellsYamlByItsKeys(String text, Surface surface) {
        assertEquals(surface, FileKinds.yamlByContent(text.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        #!/bin/sh\\necho                    | true
        #!/usr/bin/env bash\\n              | true
        #!/usr/bin/env -S bash -e\\n        | true
        #! /bin/bash -eu                    | true
        #!/usr/bin/env python3\\n           | false
        #!/usr/bin/python3 /bin/sh\\n       | false
        echo bash                           | false
        """)
    void tellsShellScriptsByTheirFirstLine(String beginning, boolean expected) {
        assertEquals(expected, FileKinds.isShellScript(beginning.replace("\\n", "\n")));
    }
}
