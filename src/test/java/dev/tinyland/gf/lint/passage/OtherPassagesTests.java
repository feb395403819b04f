package dev.tinyland.gf.lint.passage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in files that are neither YAML nor pages. */
class OtherPassagesTests {

    private static List<String> read(PassageExtractor extractor, String path, String text) {
        return YamlPassagesTests.describe(extractor.passages(new SourceFile(path, text)));
    }

    @Test
    void hclLabelsAndStringsAreValuesAtTheirKeys() {
        String text = """
            # legacy
            terraform {
              backend "http" {}
            }
            resource "civo_volume" "data" {
              size = 10
              tags = { team = "x", "host" = "${var.a}.y" }
              provisioner "local-exec" {
                command = "attic push c p"
              }
              user_data = <<-EOT
                #!/bin/bash
                tofu init
              EOT
              boot = <<-EOT
                a
                b
              EOT
            }
            """;
        assertEquals(
                List.of(
                        "COMMENT [] # legacy",
                        "VALUE [terraform backend] http",
                        "VALUE [resource] civo_volume",
                        "VALUE [resource civo_volume] data",
                        "VALUE [resource civo_volume data size] 10",
                        "VALUE [resource civo_volume data tags team] x",
                        "VALUE [] host",
                        "VALUE [resource civo_volume data tags host] ${var.a}.y",
                        "VALUE [resource civo_volume data provisioner] local-exec",
                        "SCRIPT bash [resource civo_volume data provisioner local-exec command] attic push c p",
                        "SCRIPT bash [resource civo_volume data user_data] #!/bin/bash",
                        "BLOCK [resource civo_volume data boot] a"),
                read(new HclPassages(), "main.tf", text.replace("    #!", "#!").replace("    a\n", "a\n")));
    }

    @Test
    void recipesAreScriptsAndVariablesValues() {
        String text = """
            # header
            api := "https://gitlab.example/api/v4"
            id := `yq .id x`
            init stack="attic": check
                @tofu init -backend-config="address={{api}}/terraform/state/x"
            py:
                #!/usr/bin/env python3
                print(1)
            """;
        assertEquals(
                List.of(
                        "COMMENT [] # header",
                        "VALUE [api] https://gitlab.example/api/v4",
                        "SCRIPT bash [id] yq .id x",
                        "VALUE [init stack] attic",
                        "SCRIPT bash [init] tofu init -backend-config=\"address={{api}}/terraform/state/x\"",
                        "BLOCK python3 [py] #!/usr/bin/env python3"),
                read(new JustPassages(), "Justfile", text));
    }

    @Test
    void shellFilesAreOneScript() {
        assertEquals(
                List.of("COMMENT [] #!/bin/bash", "SCRIPT bash [] #!/bin/bash", "COMMENT [] # note"),
                read(new ShellPassages(), "x.sh", "#!/bin/bash\na # note\n"));
    }

    @Test
    void environmentFilesHoldVariables() {
        assertEquals(
                List.of("COMMENT [] # one", "VALUE [TF_HTTP_PASSWORD] glpat-x", "VALUE [A] b c"),
                read(
                        LinePassages.environment(),
                        ".env.example",
                        "# one\nTF_HTTP_PASSWORD=glpat-x\n\nexport A='b c'\nEMPTY=\nword\n"));
    }

    @Test
    void bazelrcOptionsHaveValues() {
        assertEquals(
                List.of(
                        "COMMENT [] # one",
                        "VALUE [build:ci --remote_cache] grpc://x:9092",
                        "VALUE [build:ci] --flag",
                        "COMMENT [] # two",
                        "VALUE [import] %workspace%/y"),
                read(
                        LinePassages.bazelrc(),
                        ".bazelrc",
                        "# one\nbuild:ci --remote_cache=grpc://x:9092 --flag # two\nimport %workspace%/y\n"));
    }

    @Test
    void nixStringsStandAtTheirAttributes() {
        String text = """
            # note
            { pkgs, ... }: {
              nixConfig.extra-substituters = [ "https://a" "https://b/${pkgs.x "in"}" ];
              shellHook = ''
                attic push c ''${X} ${pkgs.hello}/bin
              '';
              push = pkgs.writeShellScriptBin "push" ''
                ${pkgs.attic-client}/bin/attic push c
              '';
              extraOptions = ''
                substituters = x
                y = z
              '';
              /* end */ v = "a\\"b";
            }
            """;
        assertEquals(
                List.of(
                        "COMMENT [] # note",
                        "VALUE [nixConfig extra-substituters] https://a",
                        "VALUE [nixConfig extra-substituters] https://b/${pkgs.x \"in\"}",
                        "VALUE [nixConfig extra-substituters] in",
                        "SCRIPT bash [shellHook] ",
                        "VALUE [push] push",
                        "SCRIPT bash [push] ",
                        "BLOCK [extraOptions] ",
                        "COMMENT [] /* end */",
                        "VALUE [v] a\"b"),
                read(new NixPassages(), "flake.nix", text));
        Scripts scripts = new Scripts();
        List<String> commands = new NixPassages()
                .passages(new SourceFile("flake.nix", text)).stream()
                        .flatMap(passage -> scripts.commands(passage).stream())
                        .map(site -> site.command().name().name() + " "
                                + site.command().name().operand(0))
                        .toList();
        assertEquals(List.of("attic push", "attic push"), commands);
    }
}
