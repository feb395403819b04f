package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.fault.Faults;
import dev.tinyland.gf.testing.fault.Match;
import dev.tinyland.gf.testing.fault.StoreModes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every fault that a plan has been deceived by, with the real OpenTofu against a real store. */
@Timeout(180)
@ExtendWith(BenchExtension.class)
class TofuPlanIT {
    /** Where nobody can say whether the providers are the base branch's, a run that fails on it is not green. */
    @Test
    void providersThatCannotBeComparedAreNeverGreenWhereTheyDecide(Bench bench) throws Exception {
        bench.applied();
        Path lock = bench.stack().resolve(".terraform.lock.hcl");
        Files.writeString(lock, """
            provider "registry.opentofu.org/hashicorp/helm" {
              version = "2.17.0"
              hashes  = ["h1:0ZSvOeYMqjBZ6fbqz4Hy9Zr0ZzrmQRyYFGRVfyVGfxY="]
            }
            """);
        // There is no Helm provider here, so OpenTofu must not see that one is locked.
        bench.wrap("#!/bin/sh\nmv LOCK LOCK.kept\nTOFU \"$@\"\ncode=$?\nmv LOCK.kept LOCK\nexit $code\n"
                .replace("LOCK", lock.toString()));
        bench.expect(0, "NO_CHANGES", "");
        assertTrue(bench.host().out().contains("cannot be judged: .terraform.lock.hcl"), bench.host()::out);
        bench.input("fail-on", "provider");
        bench.expect(3, "UNREACHABLE", "provider-locks");
    }

    @Test
    void aStateThatIsThereAndAConfigurationThatAgreesChangeNothing(Bench bench) throws Exception {
        bench.applied();
        bench.expect(0, "NO_CHANGES", "");
        assertEquals("false", bench.output("has-changes"));
    }

    @Test
    void aChangeIsPlannedAndEverythingIsPutWhereItBelongs(Bench bench) throws Exception {
        bench.applied();
        bench.configuration("resource \"terraform_data\" \"one\" {\n  input = \"two\"\n}\n");
        bench.expect(0, "CHANGES", "");
        assertEquals("1", bench.output("changes"));
        Path plan = Path.of(bench.output("plan-file"));
        for (Path file : List.of(plan, Path.of(bench.output("plan-json")), Path.of(bench.output("plan-text")))) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file::toString);
        }
        String meta = Files.readString(Path.of(bench.output("plan-meta")));
        assertTrue(meta.contains("\"guard\" : \"TRUSTED\""), meta);
        assertTrue(bench.host().summary().contains("data.one"), bench.host()::out);
        assertTrue(bench.output("receipt").contains("\"serial\":"));
    }

    /** The recorded incident: the object answers 404 to everybody, and OpenTofu takes that for no state. */
    @Test
    void objectHiddenAlikeFromAllCallsIsUnverifiedWithoutAReceipt(Bench bench) throws Exception {
        bench.applied();
        bench.proxy.mode(StoreModes.rustfs101ObjectQuorumLost(Bench.KEY));
        bench.expect(3, "GREENFIELD_UNVERIFIED", "greenfield-unverified");
        assertEquals("", bench.output("plan-file"), "nothing is left that could be applied");
    }

    @Test
    void objectHiddenAlikeFromAllCallsIsAFakeGreenfieldWithAReceipt(Bench bench) throws Exception {
        bench.applied();
        assertEquals(0, bench.plan(), bench.host()::out);
        bench.input("receipt", bench.output("receipt"));
        bench.proxy.mode(StoreModes.rustfs101ObjectQuorumLost(Bench.KEY));
        bench.expect(1, "FAKE_GREENFIELD", "receipt");
        bench.input("allow-greenfield", "true");
        bench.expect(1, "FAKE_GREENFIELD", "receipt");
    }

    @Test
    void objectHiddenFromHeadAloneIsGuardRed(Bench bench) throws Exception {
        bench.applied();
        bench.proxy.on(Match.object("HEAD", Bench.KEY), Faults.head404());
        bench.expect(4, "GUARD_RED", "calls-disagree");
        assertFalse(
                bench.proxy.requests().stream().anyMatch(seen -> seen.method().equals("PUT")), "no lock was tried");
    }

    @Test
    void bucketHiddenIsGuardRed(Bench bench) throws Exception {
        bench.applied();
        bench.proxy.mode(StoreModes.rustfsBeta8Latch());
        assertEquals(4, bench.plan(), bench.host()::out);
        assertEquals("GUARD_RED", bench.verdict());
    }

    @Test
    void zeroByteObjectIsGuardRed(Bench bench) throws Exception {
        bench.store.put(Bench.BUCKET, Bench.KEY, new byte[0]);
        assertEquals(4, bench.plan(), bench.host()::out);
        assertEquals("GUARD_RED", bench.verdict());
    }

    @Test
    void theStateVanishesBetweenGuardAndPlan(Bench bench) throws Exception {
        bench.applied();
        int exit = bench.plan(guard -> request -> {
            var seen = guard.look(request);
            bench.proxy.mode(StoreModes.rustfs101ObjectQuorumLost(Bench.KEY));
            return seen;
        });
        assertEquals(1, exit, bench.host()::out);
        assertEquals("FAKE_GREENFIELD", bench.verdict());
        assertEquals("state-vanished", bench.output("failure-reason"));
    }

    @Test
    void aNewStackIsUnverifiedUnlessItIsSaidToBeNew(Bench bench) throws Exception {
        bench.expect(3, "GREENFIELD_UNVERIFIED", "greenfield-unverified");
        bench.input("allow-greenfield", "true");
        bench.expect(0, "CHANGES", "");
        assertTrue(
                bench.host().summary().contains("allow-greenfield"),
                bench.host().summary());
    }

    @Test
    void lockHeldByAnotherNamesItAndIsNotOurs(Bench bench) throws Exception {
        bench.applied();
        bench.store.put(
                Bench.BUCKET,
                Bench.KEY + ".tflock",
                ("{\"ID\":\"6c2d5bd4-4ba1-9e6b-0d0e-bd0b1f0ab8b8\",\"Operation\":\"OperationTypeApply\",\"Info\":\"\","
                    + "\"Who\":\"runner@elsewhere\",\"Version\":\"1.12.6\",\"Created\":\"2026-11-21T10:00:00Z\","
                    + "\"Path\":\"tofu-state/attic/terraform.tfstate\"}")
                        .getBytes(StandardCharsets.UTF_8));
        bench.input("lock-timeout", "0s");
        bench.expect(3, "LOCKED", "locked");
        assertTrue(bench.host().out().contains("runner@elsewhere since 2026-11-21T10:00:00Z"), bench.host()::out);
        assertTrue(bench.host().out().contains("force-unlock 6c2d5bd4"), bench.host()::out);
    }

    /** The store takes the lock and its answer is lost: the client asks again and meets its own lock (opentofu#4405). */
    @Test
    void lockWhoseAnswerWasLostIsASelfCollision(Bench bench) throws Exception {
        bench.applied();
        bench.proxy.on(Match.object("PUT", ".tflock").first(1), Faults.loseTheAnswer());
        bench.atTheRealTime().input("lock-timeout", "0s");
        bench.expect(3, "LOCKED", "self-collision");
        assertTrue(bench.isLocked(), "it stays, and the report says how to release it");
    }

    @Test
    void staleLockAfterAKillIsSaidWithItsAge(Bench bench) throws Exception {
        bench.applied();
        bench.store.put(
                Bench.BUCKET,
                Bench.KEY + ".tflock",
                "{\"ID\":\"1\",\"Operation\":\"OperationTypePlan\",\"Who\":\"runner@gone\",\"Created\":\"2026-11-01T00:00:00Z\"}"
                        .getBytes(StandardCharsets.UTF_8));
        bench.input("lock-timeout", "0s");
        bench.expect(3, "LOCKED", "locked");
        assertTrue(bench.host().out().contains("2026-11-01T00:00:00Z"), bench.host()::out);
    }

    @Test
    void storeThatCannotLockIsUnreachable(Bench bench) throws Exception {
        bench.applied();
        bench.proxy.on(Match.object("PUT", ".tflock"), Faults.status(501, "NotImplemented"));
        bench.input("lock-timeout", "0s");
        assertEquals(3, bench.plan(), bench.host()::out);
        assertEquals("UNREACHABLE", bench.verdict());
        assertEquals("lock-api", bench.output("failure-reason"));
    }

    @Test
    void credentialsThatAreRefusedAreUnreachableForTheReasonAuth(Bench bench) throws Exception {
        bench.applied();
        bench.input("secret-key", "some-other-secret-0123456789");
        bench.expect(3, "UNREACHABLE", "auth");
    }

    @Test
    void wrongFamilyBackendFileIsAMismatch(Bench bench) throws Exception {
        bench.file("main.tf", "terraform {\n  backend \"http\" {}\n}\n");
        bench.expect(2, "BACKEND_MISMATCH", "PF010");
    }

    @Test
    void noBackendBlockIsAMismatch(Bench bench) throws Exception {
        bench.file("main.tf", "resource \"terraform_data\" \"one\" {}\n");
        bench.expect(2, "BACKEND_MISMATCH", "PF010");
    }

    @Test
    void anErroredPlanIsShownWithOpenTofusOwnWordsAndLeavesNothingToApply(Bench bench) throws Exception {
        bench.configuration("""
            resource "terraform_data" "one" {
              input = "one"
            }

            resource "terraform_data" "two" {
              lifecycle {
                precondition {
                  condition     = terraform_data.one.id == ""
                  error_message = "two needs what one has not"
                }
              }
              input = jsondecode("no json")
            }
            """);
        bench.input("allow-greenfield", "true");
        bench.expect(1, "PLAN_FAILED", "plan-failed");
        assertTrue(bench.host().out().contains("Error in function call"), bench.host()::out);
        assertTrue(
                bench.host().summary().contains("What OpenTofu says"),
                bench.host().summary());
        try (Stream<Path> files = Files.walk(bench.folder.resolve("runner-temp"))) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".tfplan")));
        }
    }

    @Test
    void createThenDeleteCountsAsBoth(Bench bench) throws Exception {
        String stack = """
            resource "terraform_data" "one" {
              triggers_replace = "%s"
              lifecycle {
                create_before_destroy = true
              }
            }
            """;
        bench.configuration(stack.formatted("a"));
        bench.applied();
        bench.configuration(stack.formatted("b"));
        bench.expect(0, "CHANGES", "");
        assertEquals("1", bench.output("adds"));
        assertEquals("1", bench.output("destroys"));
        assertEquals("1", bench.output("replaces"));
    }

    /** {@code output} of terraform_data copies {@code input}; a provider's computed copy loses its mark. */
    @Test
    void aSecretThatIsCopiedWithoutItsMarkReachesNoOutput(Bench bench) throws Exception {
        String secret = "correct-horse-battery-staple-7731";
        bench.configuration("""
            variable "password" {
              sensitive = true
            }

            resource "terraform_data" "marked" {
              input = var.password
            }

            resource "terraform_data" "copied" {
              input = nonsensitive("prefix-${var.password}-suffix")
            }
            """);
        bench.variable("TF_VAR_password", secret).input("allow-greenfield", "true");
        bench.expect(0, "CHANGES", "");
        Path json = Path.of(bench.output("plan-json"));
        assertTrue(Files.readString(json).contains(secret), "the raw plan holds it");
        String everything = bench.host().everything(List.of(json, Path.of(bench.output("plan-file"))));
        assertFalse(everything.contains(secret), "and nothing else does");
    }

    @Test
    void aSecretTooShortToBeLookedForIsSaid(Bench bench) throws Exception {
        bench.configuration("""
            variable "password" {
              sensitive = true
            }

            resource "terraform_data" "marked" {
              input = var.password
            }
            """);
        bench.variable("TF_VAR_password", "ab").input("allow-greenfield", "true");
        bench.expect(0, "CHANGES", "");
        assertTrue(
                bench.host().summary().contains("too short or too ordinary to be looked for"),
                bench.host().summary());
    }

    @Test
    void targetsMakeThePlanPartial(Bench bench) throws Exception {
        bench.applied();
        bench.input("target", "terraform_data.one");
        bench.expect(0, "PARTIAL", "");
        assertFalse(bench.host().summary().contains("no changes."), bench.host().summary());
    }

    @Test
    void refreshFalseMakesThePlanPartial(Bench bench) throws Exception {
        bench.applied();
        bench.input("refresh", "false");
        bench.expect(0, "PARTIAL", "");
    }

    @Test
    void aReportLongerThanACommentIsCutAndSaysSo(Bench bench) throws Exception {
        StringBuilder stack = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            stack.append("resource \"terraform_data\" \"number%03d\" {\n  input = \"%s\"\n}\n"
                    .formatted(i, "a long value of the resource ".repeat(8)));
        }
        bench.configuration(stack.toString());
        bench.input("allow-greenfield", "true");
        bench.expect(0, "CHANGES", "");
        assertEquals("400", bench.output("adds"));
        String summary = bench.host().summary();
        assertTrue(summary.length() > 65_536, "the summary has room for it: " + summary.length());
        assertTrue(summary.contains("data.number399"));
    }

    @Test
    void aWrapperThatSwallowsExitTwoIsFoundOutAndThePlanIsJudged(Bench bench) throws Exception {
        bench.wrap("#!/bin/sh\nTOFU \"$@\"\ncode=$?\n[ $code -eq 2 ] && exit 0\nexit $code\n");
        bench.input("allow-greenfield", "true");
        bench.expect(0, "CHANGES", "");
        assertEquals("true", bench.output("has-changes"));
        assertTrue(bench.host().out().contains("swallows its exit code"), bench.host()::out);
    }

    @Test
    void aWrapperThatSwallowsEveryFailureDeceivesNobody(Bench bench) throws Exception {
        bench.wrap("#!/bin/sh\nTOFU \"$@\"\nexit 0\n");
        bench.configuration("resource \"terraform_data\" \"one\" {\n  input = var.nothing\n}\n");
        bench.expect(1, "PLAN_FAILED", "plan-failed");
    }

    @Test
    void ambientArgumentsOfTofuDoNotReachIt(Bench bench) throws Exception {
        bench.applied();
        bench.variable("TF_CLI_ARGS_plan", "-destroy").variable("TF_WORKSPACE", "other");
        bench.expect(0, "NO_CHANGES", "");
    }

    @Test
    void aLossyReceiptOfAnotherHistoryIsGuardRed(Bench bench) throws Exception {
        bench.applied();
        assertEquals(0, bench.plan(), bench.host()::out);
        bench.input("receipt", bench.output("receipt").replaceAll("\"lineage\":\"[^\"]*\"", "\"lineage\":\"other\""));
        bench.expect(4, "GUARD_RED", "receipt-contradicted");
    }

    @Test
    void theGuardTurnedOffIsSaidLoudly(Bench bench) throws Exception {
        bench.applied();
        bench.input("guard", "off");
        bench.expect(0, "NO_CHANGES", "");
        assertTrue(bench.host().summary().contains("nobody looked whether the store tells the truth"));
    }
}
