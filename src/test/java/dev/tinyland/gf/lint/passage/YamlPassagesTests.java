package dev.tinyland.gf.lint.passage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the scalars of YAML files are. */
class YamlPassagesTests {

    private static List<Passage> read(PassageExtractor extractor, String path, String text) {
        return extractor.passages(new SourceFile(path, text));
    }

    /** Role, language, keys and first line of every passage. */
    static List<String> describe(List<Passage> passages) {
        return passages.stream()
                .map(passage -> passage.role()
                        + (passage.language().isEmpty() ? "" : " " + passage.language())
                        + " [" + String.join(" ", passage.path()) + "] "
                        + passage.text().text().lines().findFirst().orElse(""))
                .toList();
    }

    @Test
    void runBlocksAreScriptsInTheLanguageOfTheirShell() {
        String text = """
            # header
            on: push
            defaults: {run: {shell: sh}}
            jobs:
              build:
                defaults: {run: {shell: "nix develop -c bash -e {0}"}}
                steps:
                  - run: attic push a
                  - run: Write-Host x
                    shell: pwsh
                  - {run: print(1), shell: python}
              other:
                steps:
                  - run: |
                      one
                      two
            """;
        assertEquals(
                List.of(
                        "COMMENT [] # header",
                        "VALUE [on] push",
                        "VALUE [defaults run shell] sh",
                        "VALUE [jobs build defaults run shell] nix develop -c bash -e {0}",
                        "SCRIPT bash [jobs build steps 0 run] attic push a",
                        "BLOCK powershell [jobs build steps 1 run] Write-Host x",
                        "VALUE [jobs build steps 1 shell] pwsh",
                        "BLOCK python [jobs build steps 2 run] print(1)",
                        "VALUE [jobs build steps 2 shell] python",
                        "SCRIPT sh [jobs other steps 0 run] one"),
                describe(read(YamlPassages.workflow(), ".github/workflows/x.yml", text)));
    }

    @Test
    void inputsMayHoldScriptsAndOtherLanguages() {
        String text = """
            jobs:
              a:
                steps:
                  - uses: ./.github/actions/nix-job
                    with:
                      push-cache: "false"
                      command: |
                        nix build
                        attic push c result
                  - uses: cachix/install-nix-action@v31
                    with:
                      extra_nix_config: |
                        substituters = https://a
                        fallback = true
                  - uses: actions/github-script@v8
                    with: {script: "core.info('x')"}
            """;
        assertEquals(
                List.of(
                        "VALUE [jobs a steps 0 uses] ./.github/actions/nix-job",
                        "VALUE [jobs a steps 0 with push-cache] false",
                        "SCRIPT bash [jobs a steps 0 with command] nix build",
                        "VALUE [jobs a steps 1 uses] cachix/install-nix-action@v31",
                        "BLOCK ini [jobs a steps 1 with extra_nix_config] substituters = https://a",
                        "VALUE [jobs a steps 2 uses] actions/github-script@v8",
                        "BLOCK javascript [jobs a steps 2 with script] core.info('x')"),
                describe(read(YamlPassages.workflow(), ".github/workflows/x.yml", text)));
    }

    @Test
    void compositeActionsHaveScriptsAndProse() {
        String text = """
            description: Pushes with ATTIC_TOKEN
            inputs:
              push-cache: {description: whether, default: "true"}
            runs:
              using: composite
              steps:
                - shell: bash
                  run: attic watch-store x &
            """;
        assertEquals(
                List.of(
                        "PROSE [description] Pushes with ATTIC_TOKEN",
                        "PROSE [inputs push-cache description] whether",
                        "VALUE [inputs push-cache default] true",
                        "VALUE [runs using] composite",
                        "VALUE [runs steps 0 shell] bash",
                        "SCRIPT bash [runs steps 0 run] attic watch-store x &"),
                describe(read(YamlPassages.action(), "action.yml", text)));
    }

    @Test
    void pipelineItemsAreScriptsAlsoThroughAliases() {
        String text = """
            variables: {CACHE: "grpc://x"}
            .steps: &steps
              - attic login x
              - [nested one, nested two]
            build:
              before_script: *steps
              script: single
              rules:
                - if: $CI_COMMIT_BRANCH == "main"
            """;
        assertEquals(
                List.of(
                        "VALUE [variables CACHE] grpc://x",
                        "SCRIPT bash [build before_script 0] attic login x",
                        "SCRIPT bash [build before_script 1 0] nested one",
                        "SCRIPT bash [build before_script 1 1] nested two",
                        "SCRIPT bash [build script] single",
                        "VALUE [build rules 0 if] $CI_COMMIT_BRANCH == \"main\""),
                describe(read(YamlPassages.gitlab(), ".gitlab-ci.yml", text)));
    }

    @Test
    void manifestsHoldScriptsInContainersAndConfigMaps() {
        String text = """
            kind: ConfigMap
            data:
              run.sh: |
                echo a
                b
              nix.conf: |
                substituters = x
                y = z
              boot: |
                #!/usr/bin/env bash
                c
            spec:
              containers:
                - command: [/bin/sh, -c]
                  args: ["attic push x"]
                - command:
                    - bash
                    - -ec
                    - attic push y
                - args: [plain]
            """;
        assertEquals(
                List.of(
                        "VALUE [kind] ConfigMap",
                        "SCRIPT bash [data run.sh] echo a",
                        "BLOCK ini [data nix.conf] substituters = x",
                        "SCRIPT bash [data boot] #!/usr/bin/env bash",
                        "VALUE [spec containers 0 command 0] /bin/sh",
                        "VALUE [spec containers 0 command 1] -c",
                        "SCRIPT bash [spec containers 0 args 0] attic push x",
                        "VALUE [spec containers 1 command 0] bash",
                        "VALUE [spec containers 1 command 1] -ec",
                        "SCRIPT bash [spec containers 1 command 2] attic push y",
                        "VALUE [spec containers 2 args 0] plain"),
                describe(read(YamlPassages.configuration(), "k8s/x.yaml", text)));
    }

    @Test
    void taskfilesHoldCommands() {
        String text = "tasks:\n  a:\n    cmds:\n      - tofu init\n      - cmd: attic push x\n";
        assertEquals(
                List.of("SCRIPT bash [tasks a cmds 0] tofu init", "SCRIPT bash [tasks a cmds 1 cmd] attic push x"),
                describe(read(YamlPassages.configuration(), "Taskfile.yml", text)));
    }

    @Test
    void commandsPointIntoTheFile() {
        String text = """
            jobs:
              a:
                steps:
                  - run: |
                      set -e
                      bash -c "attic push \\"$CACHE\\" ./result"
            """;
        Scripts scripts = new Scripts();
        CommandSite site = read(YamlPassages.workflow(), "w.yml", text).stream()
                .flatMap(passage -> scripts.commands(passage).stream())
                .filter(found -> found.command().name().is("attic"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "attic push \\\"$CACHE\\\" ./result",
                text.substring(site.span().start(), site.span().end()));
    }

    @Test
    void denyListsAreGuardText() {
        String text = "jobs: {a: {steps: [{run: 'if [[ $X =~ dead\\.host ]]; then exit 1; fi; curl dead.host'}]}}";
        Scripts scripts = new Scripts();
        Passage script = read(YamlPassages.workflow(), "w.yml", text).getFirst();
        int guard = text.indexOf("dead\\.host");
        int use = text.indexOf("dead.host");
        assertTrue(scripts.isInert(script, new Span(guard, guard + 4)));
        assertTrue(!scripts.isInert(script, new Span(use, use + 4)));
    }

    @Test
    void sessionsGiveTheCommandsAfterPrompts() {
        SourceFile file = new SourceFile("x", "$ attic push c \\\n  result\nPushed 3 paths; see log\n  $ tofu init\n");
        Passage session = new Passage(
                Fragment.whole(file), Surface.DOCUMENT, Role.SCRIPT, "console", List.of(), Optional.empty());
        assertEquals(
                List.of("attic", "tofu"),
                new Scripts()
                        .commands(session).stream()
                                .map(site -> site.command().name().name())
                                .toList());
    }

    @Test
    void unreadableFilesHaveNoPassages() {
        assertEquals(List.of(), read(YamlPassages.workflow(), "w.yml", "a: [b"));
    }
}
