package dev.tinyland.gf.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseComparisonTests {

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static ReleaseComparison compare(String before, String after, String unknown, String sensitive) {
        return ReleaseComparison.of(json(before), json(after), json(unknown), json(sensitive), json(sensitive));
    }

    private static List<String> shown(ReleaseComparison comparison) {
        return comparison.values().stream()
                .map(change -> change.path() + ": "
                        + change.before().map(JsonNode::toString).orElse("nothing") + " to "
                        + change.after().map(JsonNode::toString).orElse("nothing"))
                .toList();
    }

    @Test
    void valuesThatAreSensitiveAsAWholeAreComparedPathByPathAndNotShown() {
        ReleaseComparison comparison = compare(
                "{'values':['a: one\\nb: same\\nc:\\n- name: X\\n  value: red\\n- name: Y\\n  value: blue\\n']}",
                "{'values':['a: two\\nb: same\\nc:\\n- name: X\\n  value: green\\n- name: Y\\n  value: blue\\n']}",
                "{}",
                "{'values':true}");
        assertEquals(
                List.of("a: \"(sensitive)\" to \"(sensitive)\"", "c[X].value: \"(sensitive)\" to \"(sensitive)\""),
                shown(comparison));
        for (String hidden : List.of("one", "two", "red", "green", "blue", "same")) {
            assertFalse(comparison.toString().contains(hidden), hidden);
        }
    }

    @Test
    void oneSensitiveDocumentHidesItsOwnValuesOnly() {
        ReleaseComparison comparison = compare(
                "{'values':['a: one','b: one']}", "{'values':['a: two','b: two']}", "{}", "{'values':[false,true]}");
        assertEquals(List.of("a: \"one\" to \"two\"", "b: \"(sensitive)\" to \"(sensitive)\""), shown(comparison));
    }

    @Test
    void aSensitiveAssignmentThatDiffersIsSeenInBothGenerations() {
        for (String block : List.of("set_sensitive", "set")) {
            ReleaseComparison comparison = compare(
                    "{'" + block + "':[{'name':'token','value':'first'},{'name':'same','value':'x'}]}",
                    "{'" + block + "':[{'name':'token','value':'second'},{'name':'same','value':'x'}]}",
                    "{}",
                    "{'" + block + "':[{'value':true},{'value':true}]}");
            assertEquals(List.of("token: \"(sensitive)\" to \"(sensitive)\""), shown(comparison), block);
        }
    }

    @Test
    void aSecretThatComesOrGoesIsShownAsSuch() {
        ReleaseComparison comparison =
                compare("{'values':[]}", "{'set_sensitive':[{'name':'a.b','value':'secret'}],'values':[]}", "{}", "{}");
        assertEquals(List.of("a.b: nothing to \"(sensitive)\""), shown(comparison));
    }

    @Test
    void valuesThatAreKnownAfterTheApplyAreSaidToBe() {
        assertTrue(compare("{'values':['a: 1']}", "{}", "{'values':true}", "{}").valuesUnknown());
        assertTrue(compare("{'values':['a: 1']}", "{'values':[null]}", "{'values':[true]}", "{}")
                .valuesUnknown());
        assertFalse(compare("{'values':['a: 1']}", "{'values':['a: 1']}", "{'metadata':true}", "{}")
                .valuesUnknown());
    }

    @Test
    void aReleaseThatIsCreatedShowsEveryValueAndOneThatGoesToo() {
        ReleaseComparison created = compare("null", "{'values':['a: 1\\nb:\\n  c: 2']}", "{}", "{}");
        assertEquals(Optional.empty(), created.before());
        assertEquals(List.of("a: nothing to 1", "b.c: nothing to 2"), shown(created));
        ReleaseComparison gone = compare("{'values':['a: 1']}", "null", "{}", "{}");
        assertEquals(Optional.empty(), gone.after());
        assertEquals(List.of("a: 1 to nothing"), shown(gone));
    }

    @Test
    void laterDocumentsAndAssignmentsWinOverEarlierOnes() {
        ReleaseComparison comparison = compare(
                "{'values':['a: 1\\nb: 1','a: 2'],'set':[{'name':'b','value':'3'}]}",
                "{'values':['a: 5\\nb: 9','a: 2'],'set':[{'name':'b','value':'3'}]}",
                "{}",
                "{}");
        assertEquals(List.of(), shown(comparison));
    }

    @Test
    void whatSomebodyDidByHandIsSeenInTheLiveValuesByPathAlone() {
        for (String metadata : List.of("[{'values':'a: 2, b: 1'}]", "{'values':'a: 2, b: 1'}")) {
            String release =
                    "{'values':['a: 1\\nb: 1'],'metadata':" + metadata.replace("a: 2, b: 1", "a: 2\\nb: 1") + "}";
            ReleaseComparison comparison = compare(release, release, "{}", "{}");
            assertEquals(List.of("a"), comparison.strayed());
            assertEquals(List.of(), comparison.values());
        }
    }

    @Test
    void aSensitiveValueIsNotComparedWithTheLiveOneInClear() {
        String release = "{'values':['a: 1'],'set_sensitive':[{'name':'b','value':'x'}],"
                + "'metadata':[{'values':'a: 1\\nb: x'}]}";
        assertEquals(List.of(), compare(release, release, "{}", "{}").strayed());
    }
}
