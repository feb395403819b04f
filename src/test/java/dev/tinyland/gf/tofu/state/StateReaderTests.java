package dev.tinyland.gf.tofu.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StateReaderTests {
    private static final String SECRET = "hunter2-hunter2";
    private static final String STATE = """
        {"version": 4, "terraform_version": "1.12.6", "serial": 7, "lineage": "0a1b-lineage",
         "outputs": {"password": {"value": "hunter2-hunter2", "type": "string", "sensitive": true}},
         "resources": [
           {"mode": "managed", "type": "helm_release", "name": "arc", "instances": [
             {"schema_version": 1, "attributes": {"password": "hunter2-hunter2"}},
             {"schema_version": 1, "deposed": "0badc0de", "attributes": {}}]},
           {"module": "module.lane[\\"gh\\"]", "mode": "managed", "type": "null_resource", "name": "x", "instances": [
             {"index_key": "a\\"b", "attributes": {}}, {"index_key": 3, "attributes": {}},
             {"index_key": "${x}", "attributes": {}}]},
           {"mode": "data", "type": "http", "name": "d", "instances": [{"attributes": {}}]}],
         "check_results": null}
        """;

    private final StateReader reader = new StateReader();

    @Test
    void aStateIsReadByNameAndNumberOnly() {
        byte[] bytes = STATE.getBytes(StandardCharsets.UTF_8);
        StateDocument document = reader.read(bytes);
        StateSummary state =
                assertInstanceOf(StateDocument.Plain.class, document).summary();
        assertEquals(7, state.serial());
        assertEquals("0a1b-lineage", state.lineage());
        assertEquals("1.12.6", state.tofuVersion());
        assertEquals(
                List.of(
                        "helm_release.arc",
                        "module.lane[\"gh\"].null_resource.x[\"$${x}\"]",
                        "module.lane[\"gh\"].null_resource.x[\"a\\\"b\"]",
                        "module.lane[\"gh\"].null_resource.x[3]"),
                List.copyOf(state.managed()));
        assertEquals(1, state.dataSources());
        assertEquals(1, state.outputs());
        assertEquals(bytes.length, state.bytes());
        assertEquals(Sha256.hex(bytes), state.sha256());
        assertFalse(document.toString().contains(SECRET), "a value of the state is printed");
    }

    @Test
    void theDigestOfTheAddressesDependsOnTheSetAlone() {
        assertEquals(StateSummary.digest(List.of("a.b", "c.d")), StateSummary.digest(List.of("c.d", "a.b")));
        assertNotEquals(StateSummary.digest(Set.of("a.b", "c.d")), StateSummary.digest(Set.of("a.b")));
    }

    @Test
    void anEncryptedEnvelopeKeepsSerialAndLineageAndHidesTheRest() {
        StateDocument document = read("""
            {"serial": 12, "lineage": "l-1", "meta": {"key_provider.pbkdf2.k": "AAAA"},
             "encrypted_data": "c2VjcmV0", "encryption_version": "v0"}
            """);
        StateDocument.Encrypted encrypted = assertInstanceOf(StateDocument.Encrypted.class, document);
        assertEquals("l-1", encrypted.lineageIfKnown().orElseThrow());
        assertEquals(12, encrypted.serialIfKnown().orElseThrow());
        assertFalse(document.toString().contains("c2VjcmV0"));
        StateDocument.Encrypted older =
                assertInstanceOf(StateDocument.Encrypted.class, read("{\"meta\": {}, \"encrypted_data\": \"AA==\"}"));
        assertEquals(OptionalLong.empty(), older.serialIfKnown());
        assertTrue(older.lineageIfKnown().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void whatIsNoStateIsNamed(String bytes, StateDocument expected) {
        assertEquals(expected, read(bytes));
        assertFalse(((StateDocument.Unusable) read(bytes)).why().contains(SECRET));
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("", new StateDocument.Empty()),
                Arguments.of(" \n\t", new StateDocument.Empty()),
                Arguments.of("<!DOCTYPE html><p>hunter2-hunter2", new StateDocument.Html()),
                Arguments.of("\n<HTML><body>502 Bad Gateway</body></HTML>", new StateDocument.Html()),
                Arguments.of(
                        "<?xml version=\"1.0\"?><Error><Code>NoSuchBucket</Code></Error>",
                        new StateDocument.ErrorPage("NoSuchBucket")),
                Arguments.of("<Error/>", new StateDocument.ErrorPage("")),
                Arguments.of(STATE.substring(0, 200), new StateDocument.BrokenOff(200)),
                Arguments.of("hunter2-hunter2", new StateDocument.NotJson(1)),
                Arguments.of("\uFEFF" + STATE.strip(), new StateDocument.NotJson(1)),
                Arguments.of("{} {}", new StateDocument.NotJson(1)),
                Arguments.of("{}", new StateDocument.OtherShape("version is missing")),
                Arguments.of("[]", new StateDocument.OtherShape("it is no object")),
                Arguments.of("{\"version\": 3, \"serial\": 1}", new StateDocument.OtherVersion("3")),
                Arguments.of("{\"version\": 5}", new StateDocument.OtherVersion("5")),
                Arguments.of(
                        "{\"version\": 4, \"serial\": -1, \"lineage\": \"l\", \"resources\": []}",
                        new StateDocument.OtherShape("serial is no number of 0 or more")),
                Arguments.of(
                        "{\"version\": 4, \"serial\": 1.5, \"lineage\": \"l\", \"resources\": []}",
                        new StateDocument.OtherShape("serial is no number of 0 or more")),
                Arguments.of(
                        "{\"version\": 4, \"serial\": 1, \"lineage\": \"\", \"resources\": []}",
                        new StateDocument.OtherShape("lineage is missing")),
                Arguments.of(
                        "{\"version\": 4, \"serial\": 1, \"lineage\": \"l\"}",
                        new StateDocument.OtherShape("resources is no list")));
    }

    @Test
    void aLockSaysWhoHoldsIt() {
        LockInfo lock = LockInfo.parse("""
            {"ID":"5a9c","Operation":"OperationTypeApply","Info":"","Who":"runner@pod-1","Version":"1.12.6",
             "Created":"2026-11-21T10:00:00.123456789Z","Path":"tofu-state/arc-runners/terraform.tfstate"}
            """.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertEquals("5a9c", lock.id());
        assertEquals("runner@pod-1", lock.who());
        assertEquals(
                "2026-11-21T10:00:00.123456789Z", lock.created().orElseThrow().toString());
        assertTrue(LockInfo.parse("{}".getBytes(StandardCharsets.UTF_8)).isEmpty());
        assertTrue(LockInfo.parse("".getBytes(StandardCharsets.UTF_8)).isEmpty());
        assertTrue(LockInfo.parse("<html>".getBytes(StandardCharsets.UTF_8)).isEmpty());
    }

    private StateDocument read(String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
