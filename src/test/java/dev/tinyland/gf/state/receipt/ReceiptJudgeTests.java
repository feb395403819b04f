package dev.tinyland.gf.state.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.state.StateLocation;
import dev.tinyland.gf.tofu.state.StateDocument;
import dev.tinyland.gf.tofu.state.StateSummary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptJudgeTests {
    private static StateReceipt receipt(String lineage, long serial, int managed, String addresses) {
        return new StateReceipt(
                "s3",
                "e",
                "tofu-state/arc-runners/terraform.tfstate",
                Optional.of(lineage),
                OptionalLong.of(serial),
                OptionalInt.of(managed),
                addresses,
                "1.12.6");
    }

    @Test
    void theSameStateAndALaterOneAgree() {
        StateReceipt before = receipt("l", 7, 20, "a");
        assertEquals(List.of(), ReceiptJudge.compare(before, Optional.of(before), 50));
        assertEquals(List.of(), ReceiptJudge.compare(before, Optional.of(receipt("l", 9, 19, "b")), 50));
    }

    @Test
    void aStateThatIsGoneContradictsItsReceipt() {
        assertEquals(
                List.of(new Contradiction.StateGone("l", 7)),
                ReceiptJudge.compare(receipt("l", 7, 20, "a"), Optional.empty(), 50));
    }

    @Test
    void anotherLineageIsAnotherHistoryAndItsSerialSaysNothing() {
        assertEquals(
                List.of(new Contradiction.LineageChanged("l", "m")),
                ReceiptJudge.compare(receipt("l", 7, 20, "a"), Optional.of(receipt("m", 1, 20, "a")), 50));
    }

    @Test
    void aSerialThatFellIsALostWrite() {
        assertEquals(
                List.of(new Contradiction.SerialFell(7, 6)),
                ReceiptJudge.compare(receipt("l", 7, 20, "a"), Optional.of(receipt("l", 6, 20, "a")), 50));
    }

    @Test
    void oneSerialWithOtherResourcesIsAContradiction() {
        assertEquals(
                List.of(new Contradiction.SameSerialOtherAddresses(7)),
                ReceiptJudge.compare(receipt("l", 7, 20, "a"), Optional.of(receipt("l", 7, 20, "b")), 50));
    }

    @ParameterizedTest
    @CsvSource({
        "20, 10, 50, false",
        "20, 9, 50, true",
        "1, 0, 100, true",
        "0, 0, 50, false",
        "20, 20, 0, false",
        "20, 19, 0, true",
        "5, 9, 50, false"
    })
    void aDropOverTheThresholdOrToNothingIsAContradiction(int before, int now, int threshold, boolean contradicts) {
        List<Contradiction> found =
                ReceiptJudge.compare(receipt("l", 7, before, "a"), Optional.of(receipt("l", 8, now, "b")), threshold);
        assertEquals(contradicts ? List.of(new Contradiction.CountDropped(before, now)) : List.of(), found);
    }

    @Test
    void anEncryptedStateIsComparedByWhatItShows() {
        StateReceipt before = receipt("l", 7, 20, "a");
        StateDocument.Encrypted encrypted =
                new StateDocument.Encrypted(Optional.of("l"), OptionalLong.of(6), "v0", "00", 10);
        StateReceipt now = StateReceipt.of(location(), encrypted, "1.12.6");
        assertEquals(List.of(new Contradiction.SerialFell(7, 6)), ReceiptJudge.compare(before, Optional.of(now), 50));
    }

    @Test
    void aReceiptIsOneLineWithoutSecretsAndReadsBack() {
        StateSummary summary = new StateSummary(
                "1.12.6", "l", 7, new TreeSet<>(List.of("a.b", "c.d")), new TreeMap<>(), 0, 0, "00", 10);
        StateReceipt receipt = StateReceipt.of(location(), new StateDocument.Plain(summary), "1.12.6");
        assertEquals(1, receipt.text().lines().count());
        assertFalse(receipt.text().contains("hunter2"));
        assertFalse(receipt.text().contains("store.example.internal"));
        assertEquals(Optional.of(receipt), StateReceipt.parse(receipt.text()));
        assertTrue(receipt.samePlace(receipt));
    }

    @ParameterizedTest
    @CsvSource(value = {"''", "{}", "null", "[1]", "not json", "'{\"schema\":\"gf.state-receipt/v2\"}'"})
    void whatIsNoReceiptIsNotTakenForOne(String text) {
        assertTrue(StateReceipt.parse(text).isEmpty());
    }

    private static StateLocation location() {
        return new StateLocation.S3(
                Optional.of("http://store.example.internal:9000/"),
                "us-east-1",
                "tofu-state",
                "arc-runners/terraform.tfstate",
                true,
                true,
                Optional.empty(),
                false,
                Optional.of(new StateLocation.Credentials(
                        Secret.of("hunter2-access"), Secret.of("hunter2-secret"), Optional.empty())));
    }
}
