package dev.tinyland.gf.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command depends on, and which words only name what is refused. */
class GuardTests {

    private static List<String> guards(String script) {
        return ShellParserTests.parse(script).commands().stream()
                .filter(command -> command.name().is("attic"))
                .findFirst()
                .orElseThrow()
                .guards()
                .stream()
                .map(guard -> guard.outcome() + " " + guard.text())
                .toList();
    }

    @Test
    void conditionsGuardTheirBranches() {
        assertEquals(List.of("HOLDS [ -n \"$T\" ]"), guards("if [ -n \"$T\" ]; then attic push; fi"));
        assertEquals(List.of("FAILS a"), guards("if a; then b; else attic push; fi"));
        assertEquals(List.of("FAILS a", "HOLDS b"), guards("if a; then x; elif b; then attic push; fi"));
        assertEquals(List.of("FAILS a", "FAILS b"), guards("if a; then x; elif b; then y; else attic push; fi"));
        assertEquals(List.of("HOLDS a", "HOLDS b"), guards("if a; then if b\nthen attic push; fi; fi"));
        assertEquals(List.of("HOLDS read x"), guards("while read x; do attic push; done"));
        assertEquals(List.of("FAILS up"), guards("until up; do attic push; done"));
        assertEquals(List.of("MATCHES \"$x\""), guards("case \"$x\" in a) attic push;; esac"));
    }

    @Test
    void operatorsGuardWhatFollows() {
        assertEquals(List.of("HOLDS [ -n \"$T\" ]"), guards("[ -n \"$T\" ] && attic push"));
        assertEquals(List.of("FAILS a"), guards("a || attic push"));
        assertEquals(List.of("HOLDS a && b"), guards("a && b && { attic push; }"));
        assertEquals(List.of(), guards("a && b; attic push"));
        assertEquals(List.of("HOLDS a"), guards("a && echo \"$(attic push)\""));
    }

    @Test
    void testsThatLeaveGuardWhatFollows() {
        assertEquals(List.of("HOLDS [ -n \"$T\" ]"), guards("[ -n \"$T\" ] || exit 0\nattic push"));
        assertEquals(List.of("FAILS [ -z \"$T\" ]"), guards("if [ -z \"$T\" ]; then echo no; exit 0; fi\nattic push"));
        assertEquals(List.of("HOLDS [ -n \"$T\" ]"), guards("[ -n \"$T\" ] || { echo no; exit 0; }\nattic push"));
        assertEquals(List.of(), guards("if a; then exit 0; else b; fi; attic push"));
        assertEquals(List.of(), guards("if a; then b; fi; attic push"));
    }

    @Test
    void conditionsAreTold() {
        List<ShellCommand> commands = ShellParserTests.parse("if a && $(b); then c; fi; while ! d; do e; done")
                .commands();
        assertEquals(
                List.of("a true", "$(b) true", "b true", "c false", "d true", "e false"),
                commands.stream()
                        .map(command -> command.words().getFirst().text() + " " + command.inCondition())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if [[ \"$URL\" =~ dead.host ]]; then echo no; fi",
                "case \"$URL\" in *dead.host*) echo no;; esac",
                "case \"$URL\" in *dead*) echo 'not with dead.host'; exit 1;; esac",
                "case \"$URL\" in a) x;; *dead.host*|b) echo no;; esac",
                "if echo \"$URL\" | grep -qE 'dead.host|other'; then exit 1; fi",
                "git grep -n dead.host && exit 1",
                "grep -e a -e dead.host file",
                "if [ \"$URL\" = \"https://dead.host\" ]; then exit 1; fi",
                "if [[ \"$URL\" == *dead.host* ]]; then echo '::error::no'; exit 1; fi",
                "[[ $URL == *dead.host* ]] && { echo bad; exit 1; }",
                "[ \"$URL\" != dead.host ] || exit 1",
                "if a; then echo \"dead.host is out of contract\" >&2; exit 1; fi",
                "a || die \"dead.host is gone\"",
                "DENY='dead.host|x'\nif [[ $URL =~ $DENY ]]; then exit 1; fi",
                "deny=(x dead.host)\nfor d in \"${deny[@]}\"; do if grep -q \"$d\" f; then exit 1; fi; done",
                "for d in x dead.host; do [[ $URL == *\"$d\"* ]] && exit 1; done"
            })
    void wordsThatAreOnlyComparedAreGuardText(String script) {
        assertTrue(isGuardText(script, "dead.host"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl https://dead.host",
                "X=https://dead.host\n[ -z \"$X\" ] && exit 1\ncurl $X",
                "if [ -z \"$X\" ]; then X=dead.host; fi",
                "if ! curl dead.host; then echo '::error::no'; exit 1; fi",
                "[ \"$X\" != dead.host ] && exit 1",
                "echo dead.host",
                "if a; then echo dead.host; fi",
                "if [ -z \"$T\" ]; then echo \"ERROR: set it, as in dead.host\"; exit 1; fi",
                "grep x dead.host"
            })
    void wordsThatAreUsedAreNot(String script) {
        assertFalse(isGuardText(script, "dead.host"));
    }

    private static boolean isGuardText(String script, String word) {
        int at = script.indexOf(word);
        return ShellParserTests.parse(script).isGuardText(new Span(at, at + word.length()));
    }
}
