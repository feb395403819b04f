package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.state.custody.AgeIdentity;
import dev.tinyland.gf.state.custody.CustodyRecord;
import dev.tinyland.gf.state.push.TofuStatePushCommand;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.TestTools;
import dev.tinyland.gf.testing.fault.Faults;
import dev.tinyland.gf.testing.fault.Match;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A state the store would not take: sealed for those who may read it, opened by foreign tools, and in the way of the next apply. */
@Timeout(240)
@ExtendWith(BenchExtension.class)
class CustodyIT {
    private static final String PLANTED = "planted-value-of-two";
    private static final String TWO = "resource \"terraform_data\" \"two\" {\n  input = \"" + PLANTED + "\"\n}\n";

    @Test
    void ageOpensWhatWasSealed(Bench bench) throws Exception {
        Path age = TestTools.binary("age");
        AgeIdentity one = AgeIdentity.make();
        AgeIdentity two = AgeIdentity.make();
        bench.input("recovery-recipient", one.recipient() + "\n" + two.recipient());
        lost(bench);
        Path sealed = Path.of(bench.output("errored-state-encrypted-path"));
        assertEquals("errored.tfstate.age", sealed.getFileName().toString());
        Path identity = Files.writeString(bench.folder.resolve("identity.txt"), two.secret() + "\n");
        CommandResult opened = ChildProcess.of(
                        List.of(age.toString(), "--decrypt", "--identity", identity.toString(), sealed.toString()))
                .run();
        assertEquals(0, opened.exitCode(), opened::errors);
        assertEquals(Files.readString(Path.of(bench.output("errored-state-path"))), opened.output());
        assertTrue(opened.output().contains(PLANTED), "it is the state");
        nothingOfItIsOutside(bench);
    }

    @Test
    void gnuPgOpensWhatWasSealed(Bench bench) throws Exception {
        Path gpg = Path.of("/usr/bin/gpg");
        Assumptions.assumeTrue(Files.isExecutable(gpg), "gpg is not installed");
        // Short: the agent's socket lies in it.
        Path home = Files.createTempDirectory(
                Path.of("/tmp"),
                "gpg",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        gpg(gpg, home, "--quick-generate-key", "Recovery <recovery@example.org>", "default", "default", "never");
        String key = gpg(gpg, home, "--armor", "--export", "recovery@example.org");
        bench.atTheRealTime().input("recovery-recipient", key);
        lost(bench);
        Path sealed = Path.of(bench.output("errored-state-encrypted-path"));
        assertEquals("errored.tfstate.gpg", sealed.getFileName().toString());
        assertEquals(
                Files.readString(Path.of(bench.output("errored-state-path"))),
                gpg(gpg, home, "--decrypt", sealed.toString()));
        nothingOfItIsOutside(bench);
        ChildProcess.of(List.of("/usr/bin/gpgconf", "--homedir", home.toString(), "--kill", "all"))
                .run();
    }

    @Test
    void withoutARecipientItIsNotOfferedForUpload(Bench bench) throws Exception {
        lost(bench);
        assertNull(bench.host().outputs().get("errored-state-encrypted-path"));
        Path kept = Path.of(bench.output("errored-state-path"));
        try (Stream<Path> files = Files.list(kept.getParent())) {
            assertEquals(
                    List.of("custody.json", "errored.tfstate"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertTrue(bench.host().out().contains("no recovery-recipient is given"), bench.host()::out);
        nothingOfItIsOutside(bench);
    }

    @Test
    void aRecipientOfNoUseIsRefusedBeforeAnythingIsApplied(Bench bench) throws Exception {
        reviewed(bench);
        bench.proxy.forget();
        bench.input("recovery-recipient", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE me@here");
        bench.expectApply(2, "INVALID", "input-recovery-recipient");
        assertTrue(
                bench.host().out().contains("SSH keys are no recipients here")
                        || bench.host().err().contains("SSH keys are no recipients here"),
                () -> bench.host().out() + bench.host().err());
        AgeIdentity identity = AgeIdentity.make();
        bench.input("recovery-recipient", identity.secret());
        bench.expectApply(2, "INVALID", "input-recovery-recipient");
        assertFalse(
                bench.host()
                        .out()
                        .replace("::add-mask::" + identity.secret(), "")
                        .contains(identity.secret()),
                bench.host()::out);
        assertEquals(List.of(), bench.proxy.requests(), "nobody was asked anything");
    }

    /** Re-apply from a fresh checkout: the store is well again, the folder is clean, and only the custody knows. */
    @Test
    void aFreshApplyIsRefusedUntilTheStoreKnowsWhatIsInCustody(Bench bench) throws Exception {
        bench.input("recovery-recipient", AgeIdentity.make().recipient());
        lost(bench);
        Path kept = Path.of(bench.output("errored-state-path"));
        Path artifact = Files.createDirectories(bench.folder.resolve("downloaded/run-1"));
        Path sealed = Path.of(bench.output("errored-state-encrypted-path"));
        Files.copy(sealed, artifact.resolve(sealed.getFileName()));
        Files.copy(Path.of(bench.output("custody-record")), artifact.resolve(CustodyRecord.NAME));
        bench.proxy.heal();
        bench.input("custody", "downloaded");

        bench.expect(0, "CHANGES", "");
        bench.reviewed();
        bench.expectApply(4, "REFUSED", "TA-CUSTODY");
        assertTrue(bench.host().out().contains("the store only of"), bench.host()::out);
        assertTrue(bench.host().out().contains("gf tofu-state-push attic"), bench.host()::out);

        bench.pushed(kept);
        bench.configuration("resource \"terraform_data\" \"one\" {\n  input = \"one\"\n}\n" + TWO
                + "resource \"terraform_data\" \"three\" {}\n");
        bench.expect(0, "CHANGES", "");
        bench.reviewed();
        bench.expectApply(0, "APPLIED", "");
        assertTrue(
                bench.host().out().contains("the store is later and has every resource of it: 1 judged"),
                bench.host()::out);
    }

    /** Applied twice: without {@code custody} the addresses are made anew, and only their ids tell. */
    @Test
    void anApplyThatMadeTheSameAddressesAnewDoesNotResolveWhatIsInCustody(Bench bench) throws Exception {
        bench.input("recovery-recipient", AgeIdentity.make().recipient());
        lost(bench);
        Path artifact = Files.createDirectories(bench.folder.resolve("downloaded/run-1"));
        Files.copy(Path.of(bench.output("custody-record")), artifact.resolve(CustodyRecord.NAME));
        bench.proxy.heal();
        for (String more : List.of("", "three", "four")) {
            if (!more.isEmpty()) {
                bench.file(more + ".tf", "resource \"terraform_data\" \"" + more + "\" {}\n");
            }
            bench.expect(0, "CHANGES", "");
            bench.reviewed();
            bench.expectApply(0, "APPLIED", "");
        }

        bench.input("custody", "downloaded");
        bench.file("five.tf", "resource \"terraform_data\" \"five\" {}\n");
        bench.expect(0, "CHANGES", "");
        bench.reviewed();
        bench.expectApply(4, "REFUSED", "TA-CUSTODY");
        assertTrue(bench.host().out().contains("1 has another id in the store: terraform_data.two"), bench.host()::out);
        assertTrue(bench.host().out().contains("what no state manages goes on running"), bench.host()::out);
        assertFalse(bench.host().out().contains("gf tofu-state-push"), "a push would not settle it");
    }

    /** The document's own commands, from the download to the plan that shows nothing. */
    @Test
    void theStepsOfTheDocumentBringTheStateBack(Bench bench) throws Exception {
        String document = Files.readString(Path.of("docs/custody.md"));
        Path age = TestTools.binary("age");
        AgeIdentity identity = AgeIdentity.make();
        bench.input("recovery-recipient", identity.recipient());
        lost(bench);
        Path sealed = Path.of(bench.output("errored-state-encrypted-path"));
        Path downloaded = Files.createDirectories(bench.folder.resolve("custody"));
        Files.copy(sealed, downloaded.resolve(sealed.getFileName()));
        Files.writeString(bench.folder.resolve("KEY.txt"), identity.secret() + "\n");
        bench.proxy.heal();

        CommandResult opened = ChildProcess.of("/bin/sh", "-c", only(document, "`(age --decrypt [^`]+)`"))
                .in(bench.folder)
                .with("PATH", age.getParent() + ":/usr/bin:/bin")
                .run();
        assertEquals(0, opened.exitCode(), opened::errors);
        List<String> push =
                List.of(only(document, "`gf tofu-state-push STACK ([^`]+)`").split(" "));
        bench.run(TofuStatePushCommand::new, push.toArray(String[]::new));
        assertEquals("REFUSED", bench.verdict(), bench.host()::out);
        String phrase = bench.output("confirm-phrase");
        assertTrue(phrase.matches(
                only(document, "`--confirm ([^`]+)`").replace("STACK", "attic").replace("SERIAL", "\\d+")));
        bench.run(
                TofuStatePushCommand::new,
                Stream.concat(push.stream(), Stream.of("--confirm", phrase)).toArray(String[]::new));
        assertEquals("PUSHED", bench.verdict(), bench.host()::out);
        bench.expect(0, "NO_CHANGES", "");
    }

    @Test
    void whatCannotBeJudgedIsInTheWayToo(Bench bench) throws Exception {
        reviewed(bench);
        Path folder = Files.createDirectories(bench.folder.resolve("downloaded"));
        bench.input("custody", "downloaded");
        Files.writeString(folder.resolve("errored.tfstate.age"), "age-encryption.org/v1\n");
        bench.expectApply(4, "REFUSED", "TA-CUSTODY");
        assertTrue(bench.host().out().contains("has no custody.json beside it"), bench.host()::out);
        Files.delete(folder.resolve("errored.tfstate.age"));
        Files.writeString(folder.resolve("custody.json"), "{}");
        bench.expectApply(4, "REFUSED", "TA-CUSTODY");
        Files.delete(folder.resolve("custody.json"));
        bench.expectApply(0, "APPLIED", "");
    }

    private static String only(String document, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(document);
        assertTrue(found.find(), pattern);
        return found.group(1);
    }

    private static void reviewed(Bench bench) throws Exception {
        bench.applied();
        bench.configuration("resource \"terraform_data\" \"one\" {\n  input = \"one\"\n}\n" + TWO);
        bench.expect(0, "CHANGES", "");
        bench.reviewed();
    }

    private static void lost(Bench bench) throws Exception {
        reviewed(bench);
        bench.proxy.on(Match.object("PUT", "terraform.tfstate"), Faults.status(403, "AccessDenied"));
        bench.expectApply(1, "STATE_NOT_PERSISTED", "errored-state");
    }

    /** Beside the clear file itself nothing of the report holds a value of the state. */
    private static void nothingOfItIsOutside(Bench bench) throws Exception {
        Path kept = Path.of(bench.output("errored-state-path"));
        try (Stream<Path> files = Files.walk(Path.of(bench.output("report-dir")))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertEquals(file.equals(kept), text.contains(PLANTED), file::toString);
                if (file.startsWith(kept.getParent())) {
                    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                }
            }
        }
        assertFalse(bench.host().out().contains(PLANTED), bench.host()::out);
    }

    private static String gpg(Path gpg, Path home, String... arguments) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(gpg.toString(), "--homedir", home.toString(), "--batch", "--passphrase", ""),
                        Stream.of(arguments))
                .toList();
        CommandResult result = ChildProcess.of(command).run();
        assertEquals(0, result.exitCode(), result::errors);
        return result.output();
    }
}
