package dev.tinyland.gf.state.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.state.custody.CustodyJudge.Outcome;
import dev.tinyland.gf.tofu.state.StateDocument;
import dev.tinyland.gf.tofu.state.StateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * States that OpenTofu 1.12.6 wrote: one with five resources that went into custody, the one after its push and one more
 * apply, and the one where the first apply was forgotten and made once more instead.
 */
class CustodyJudgeTests {
    private static final String CUSTODY = text("custody");
    private static final String PUSHED = text("pushed");
    private static final String TWICE = text("twice");

    @Test
    void aStateThatWasPushedIsResolvedByEveryId() {
        assertEquals(new Outcome.Resolved(5, 0), judge(CUSTODY, PUSHED));
    }

    @Test
    void theSameAddressesOfOtherObjectsAreNotWhatIsInCustody() {
        assertEquals(
                new Outcome.Other("of its 5 resources 4 have other ids in the store: module.lane[\"a"
                        + " \\\"b\\\"\"].terraform_data.inner, module.lane[\"gh-nix\"].terraform_data.inner,"
                        + " terraform_data.two[0] and 1 more"),
                judge(CUSTODY, TWICE));
    }

    @Test
    void oneObjectThatIsAnotherIsEnough() {
        String replaced = PUSHED.replace(id(PUSHED, "\"name\": \"one\""), "11111111-2222-3333-4444-555555555555");
        assertEquals(
                new Outcome.Other("of its 5 resources 1 has another id in the store: terraform_data.one"),
                judge(CUSTODY, replaced));
    }

    @Test
    void whereOneSideTellsNoIdTheAddressDecidesAndItIsSaid() {
        String without = PUSHED.replace("\"id\": \"" + id(PUSHED, "\"name\": \"one\"") + "\",", "");
        assertEquals(new Outcome.Resolved(4, 1), judge(CUSTODY, without));
        assertEquals(new Outcome.Resolved(0, 5), judge(CUSTODY.replace("\"id\":", "\"uid\":"), PUSHED));
        assertEquals(
                new Outcome.Resolved(4, 1), judge(CUSTODY.replaceFirst("\"id\": \"[^\"]+\"", "\"id\": null"), PUSHED));
    }

    @Test
    void aRecordOfAnOlderVersionIsComparedByAddress() throws IOException {
        String older = custody(CUSTODY).text().replaceFirst("(?s),\\s*\"ids\" : \\{.*?}", "");
        assertFalse(older.contains("\"ids\""), older);
        CustodyRecord parsed =
                CustodyRecord.parse(older.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertEquals(new Outcome.Resolved(0, 5), CustodyJudge.judge(parsed, Optional.of(state(TWICE))));
    }

    @ParameterizedTest
    @CsvSource({
        "custody, custody, the store is of the same serial 2",
        "pushed, custody, 'it is of serial 3, the store only of 2'",
    })
    void whatTheStoreCannotKnowIsUnknown(String custody, String store, String why) {
        Outcome.Unknown unknown = (Outcome.Unknown) judge(text(custody), text(store));
        assertTrue(unknown.why().startsWith(why), unknown::why);
    }

    @Test
    void aResourceThatIsMissingIsUnknown() {
        String missing = PUSHED.replace("\"name\": \"one\"", "\"name\": \"other\"");
        assertEquals(new Outcome.Unknown("the store does not know 1 of its 5 resources"), judge(CUSTODY, missing));
        assertEquals(
                new Outcome.Unknown("there is no state in the store"),
                CustodyJudge.judge(custody(CUSTODY), Optional.empty()));
    }

    /** Everybody may read the record; the id of a random text is the text. */
    @Test
    void theRecordHoldsNoIdAndNoAddressAndSurvivesItsFile() throws IOException {
        CustodyRecord custody = custody(CUSTODY);
        Matcher ids = Pattern.compile("\"id\": \"([^\"]+)\"").matcher(CUSTODY);
        int count = 0;
        while (ids.find()) {
            assertFalse(custody.text().contains(ids.group(1)), ids::group);
            count++;
        }
        assertEquals(5, count);
        assertFalse(custody.text().contains("terraform_data"), "an address");
        custody.ids().values().forEach(digits -> assertTrue(digits.matches("[0-9a-f]{4}"), digits));
        assertEquals(Optional.of(custody), CustodyRecord.parse(custody.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static Outcome judge(String custody, String store) {
        return CustodyJudge.judge(custody(custody), Optional.of(state(store)));
    }

    private static CustodyRecord custody(String state) {
        return CustodyRecord.of("attic", Instant.EPOCH, "", state(state), "00", "");
    }

    private static StateDocument.Present state(String text) {
        return (StateDocument.Present) new StateReader().read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String id(String state, String after) {
        Matcher id = Pattern.compile("\"id\": \"([^\"]+)\"").matcher(state);
        assertTrue(id.find(state.indexOf(after)));
        return id.group(1);
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/custody", name + ".tfstate"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
