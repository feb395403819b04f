package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.github.GitHubFake;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A secret planted wherever a configuration can carry it without its mark, and searched for in all that is published. */
@Timeout(240)
@ExtendWith(BenchExtension.class)
class PublishedSecretsIT {
    private static final String HEAD = "b".repeat(40);
    private static final String SECRET = "correct horse/battery+staple&7731";

    private static final String CONFIGURATION = """
        variable "password" {
          type      = string
          sensitive = true
        }

        locals {
          bare = nonsensitive(var.password)
        }

        resource "terraform_data" "marked" {
          input = var.password
        }

        resource "terraform_data" "copied" {
          input = "postgres://user:${local.bare}@db"
        }

        resource "terraform_data" "coded" {
          input = { base64 = base64encode(local.bare), url = urlencode(local.bare), json = jsonencode([local.bare]) }
        }

        resource "terraform_data" "named" {
          for_each = toset([local.bare])
        }

        output "shown" {
          value = local.bare
        }

        check "told" {
          assert {
            condition     = local.bare == "something else"
            error_message = "expected something else than ${local.bare}"
          }
        }
        """;

    @Test
    void noFormOfAPlantedSecretLeavesTheRun(Bench bench) throws Exception {
        bench.configuration(CONFIGURATION);
        try (GitHubFake fake = new GitHubFake().withPullRequest(7, HEAD, false)) {
            PlanCommentIT.onPullRequest(bench, fake);
            bench.variable("TF_VAR_password", SECRET).input("allow-greenfield", "true");
            bench.expect(0, "CHANGES", "");
            Path json = Path.of(bench.output("plan-json"));
            assertTrue(Files.readString(json).contains("correct horse/battery+staple"), "the raw plan holds it");
            // Log, step outputs, summary, report folder with the comment's text, plan-meta, text and redacted JSON.
            String everything = bench.host().everything(List.of(json, Path.of(bench.output("plan-file"))));
            String comment = fake.comments(7).getFirst().body();
            assertTrue(comment.contains("terraform&#95;data.copied"), comment);
            for (String form : forms()) {
                assertFalse(everything.contains(form), () -> form + " in " + around(everything, form));
                assertFalse(comment.contains(form), () -> form + " in " + around(comment, form));
            }
            assertEquals(1, fake.comments(7).size());
        }
    }

    /** The errors of a run that fails half-way, when only the plan itself tells what is a secret. */
    @Test
    void anErrorThatQuotesASecretIsRedactedToo(Bench bench) throws Exception {
        bench.configuration(CONFIGURATION + """
            resource "terraform_data" "broken" {
              lifecycle {
                precondition {
                  condition     = terraform_data.copied.input == local.bare
                  error_message = "this is not ${local.bare}"
                }
              }
            }
            """);
        bench.variable("TF_VAR_password", SECRET).input("allow-greenfield", "true");
        bench.expect(1, "PLAN_FAILED", "plan-failed");
        assertTrue(bench.host().out().contains("this is not"), bench.host()::out);
        String everything = bench.host().everything(List.of());
        for (String form : forms()) {
            assertFalse(everything.contains(form), () -> form + " in " + around(everything, form));
        }
    }

    private static List<String> forms() {
        return List.of(
                SECRET,
                SECRET.replace("&", "\\u0026"),
                SECRET.replace("&", "&amp;"),
                Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)),
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                "correct horse/battery");
    }

    private static String around(String text, String form) {
        int at = text.indexOf(form);
        return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 300));
    }
}
