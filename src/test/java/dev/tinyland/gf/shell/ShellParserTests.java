package dev.tinyland.gf.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What commands a script comes down to. */
class ShellParserTests {

    static ShellScript parse(String text) {
        return ShellParser.parse(Fragment.whole(new SourceFile("script.sh", text)));
    }

    /** Words joined by a bar, assignments in brackets before them. */
    static List<String> commands(String text) {
        return parse(text).commands().stream()
                .map(command -> {
                    String assigned = command.words().isEmpty()
                                    || command.words().size() > 0
                                            && !command.assignments().isEmpty()
                            ? command.assignments().stream()
                                    .map(assignment -> "[" + assignment.name() + "="
                                            + (assignment.elements().isEmpty()
                                                    ? assignment.text()
                                                    : String.join(
                                                            ",",
                                                            assignment.elements().stream()
                                                                    .map(ShellWord::text)
                                                                    .toList()))
                                            + "]")
                                    .reduce("", String::concat)
                            : "";
                    return assigned
                            + String.join(
                                    "|",
                                    command.words().stream()
                                            .map(ShellWord::text)
                                            .toList());
                })
                .toList();
    }

    static List<Arguments> scripts() {
        return List.of(
                Arguments.of("attic push cache ./result", List.of("attic|push|cache|./result")),
                Arguments.of("a; b & c\nd", List.of("a", "b", "c", "d")),
                Arguments.of("a && b || c | d |& e", List.of("a", "b", "c", "d", "e")),
                Arguments.of("a \\\n  b \\\r\n  c", List.of("a|b|c")),
                Arguments.of("'a b' \"c d\" e\\ f g''h \"\"", List.of("a b|c d|e f|gh|")),
                Arguments.of("$'a\\tb' $\"c\"", List.of("a\tb|c")),
                Arguments.of("a # b\n#c\nd#e", List.of("a", "d#e")),
                Arguments.of("echo $(attic login x)", List.of("echo|$(attic login x)", "attic|login|x")),
                Arguments.of("echo \"$(a \"$(b c)\" d)\"", List.of("echo|$(a \"$(b c)\" d)", "a|$(b c)|d", "b|c")),
                Arguments.of("echo `a \\`b\\``", List.of("echo|`a \\`b\\``", "a|`b`", "b")),
                Arguments.of("echo \"`a \\\"b\\\"`\"", List.of("echo|`a \\\"b\\\"`", "a|b")),
                Arguments.of("X=1 Y=\"a b\" cmd z=3", List.of("[X=1][Y=a b]cmd|z=3")),
                Arguments.of("X=$(date -u)\nexport Y=2 Z", List.of("[X=$(date -u)]", "date|-u", "[Y=2]export|Y=2|Z")),
                Arguments.of("A=(one 'two three' # why\n $(four)) b", List.of("[A=one,two three,$(four)]b", "four")),
                Arguments.of("A+=(x) B[1]=y", List.of("[A=x][B=y]")),
                Arguments.of("declare -a list=(x y)", List.of("[list=x,y]declare|-a|list=")),
                Arguments.of("a <in >out 2>&1 &>all b", List.of("a|b")),
                Arguments.of(">out a", List.of("a")),
                Arguments.of("cat <<EOF\nattic push\n$(inner x)\nEOF\nafter", List.of("cat", "inner|x", "after")),
                Arguments.of("cat <<'EOF'\n$(inner x)\nEOF\nafter", List.of("cat", "after")),
                Arguments.of("cat <<-EOF && b\n\tx\n\tEOF\nafter", List.of("cat", "b", "after")),
                Arguments.of("cat <<A <<B\na\nA\nb\nB\nafter", List.of("cat", "after")),
                Arguments.of(
                        "x=$(cat <<EOF\n  )\nEOF\n)\nafter", List.of("[x=$(cat <<EOF\n  )\nEOF\n)]", "cat", "after")),
                Arguments.of("cat <<EOF\nnever ended", List.of("cat")),
                Arguments.of("bash <<EOF\nattic push c p\nEOF\nb", List.of("bash", "attic|push|c|p", "b")),
                Arguments.of("ssh h <<EOF\nattic push c p\nEOF", List.of("ssh|h")),
                Arguments.of("sudo bash -s <<-EOF\n\tx y\n\tEOF", List.of("sudo|bash|-s", "x|y")),
                Arguments.of("bash script.sh <<EOF\nx y\nEOF", List.of("bash|script.sh")),
                Arguments.of("bash -c 'a b; c'", List.of("bash|-c|a b; c", "a|b", "c")),
                Arguments.of(
                        "bash -euo pipefail -c \"a \\\"$X\\\"\"", List.of("bash|-euo|pipefail|-c|a \"$X\"", "a|$X")),
                Arguments.of("sh -lc 'bash -c \"x\"'", List.of("sh|-lc|bash -c \"x\"", "bash|-c|x", "x")),
                Arguments.of("bash -c \"$(a b)\"", List.of("bash|-c|$(a b)", "$(a b)", "a|b")),
                Arguments.of(
                        "nix-shell -p x --run 'attic push'", List.of("nix-shell|-p|x|--run|attic push", "attic|push")),
                Arguments.of("eval 'a b'; eval $x", List.of("eval|a b", "a|b", "eval|$x")),
                Arguments.of("trap 'a b' EXIT", List.of("trap|a b|EXIT", "a|b")),
                Arguments.of("if a; then b; elif c; then d; else e; fi; f", List.of("a", "b", "c", "d", "e", "f")),
                Arguments.of("while read -r x; do a \"$x\"; done < <(b c)", List.of("read|-r|x", "a|$x", "b|c")),
                Arguments.of("until a\ndo\nb\ndone", List.of("a", "b")),
                Arguments.of("for x in a $(b) c; do d; done", List.of("b", "d")),
                Arguments.of("for x\ndo a; done", List.of("a")),
                Arguments.of("for ((i=0; i<3; i++)); do a; done", List.of("a")),
                Arguments.of("select x in a b; do c; done", List.of("c")),
                Arguments.of("case \"$x\" in\n  a|b) c;;\n  (d*) e ;&\n  *) f\nesac; g", List.of("c", "e", "f", "g")),
                Arguments.of("case x in esac; a", List.of("a")),
                Arguments.of("y=$(case x in a) b;; esac); c", List.of("[y=$(case x in a) b;; esac)]", "b", "c")),
                Arguments.of(
                        "f() { a; }; g () ( b )\nfunction h { c; }\nfunction i() { d; }", List.of("a", "b", "c", "d")),
                Arguments.of("f()\n{\n  a\n}", List.of("a")),
                Arguments.of("{ a; b; } | c; ( d; e ) && g", List.of("a", "b", "c", "d", "e", "g")),
                Arguments.of("echo {a,b} }x", List.of("echo|{a,b}|}x")),
                Arguments.of(
                        "[[ -n $x && ( $y == a* || $z =~ ^(a|b c)$ ) ]] && a",
                        List.of("[[|-n|$x|&&|(|$y|==|a*||||$z|=~|^(a|b c)$|)|]]", "a")),
                Arguments.of("[[ a < b\n && c ]]; d", List.of("[[|a|<|b|&&|c|]]", "d")),
                Arguments.of("[ -n \"$x\" ] || a", List.of("[|-n|$x|]", "a")),
                Arguments.of("(( x++ )); ((y = (1+2)*3)) && a", List.of("a")),
                Arguments.of("echo $((1 + $(a) + (2)))", List.of("echo|$((1 + $(a) + (2)))", "a")),
                Arguments.of("echo $((a) | b)", List.of("echo|$((a) | b)", "a", "b")),
                Arguments.of("echo ${x:-$(a b)} \"${y:-\"}\"}\" z", List.of("echo|${x:-$(a b)}|${y:-\"}\"}|z", "a|b")),
                Arguments.of("echo ${x#'}'} ${#y} $# $? $1 $", List.of("echo|${x#'}'}|${#y}|$#|$?|$1|$")),
                Arguments.of("diff <(a b) >(c)", List.of("diff|<(a b)|>(c)", "a|b", "c")),
                Arguments.of("ls !(a|b) @(c) *.x", List.of("ls|!(a|b)|@(c)|*.x")),
                Arguments.of("! a; time b; coproc c", List.of("a", "time|b", "c")),
                Arguments.of("a ${{ github.ref == 'x' && \"y\" }} b", List.of("a|${{ github.ref == 'x' && \"y\" }}|b")),
                Arguments.of("a '${{ format('}}') }}'", List.of("a|${{ format('}}') }}")),
                Arguments.of("attic push {{ cache | lower }} x", List.of("attic|push|{{ cache | lower }}|x")),
                Arguments.of("docker inspect -f '{{.State}}' x", List.of("docker|inspect|-f|{{.State}}|x")),
                Arguments.of("$(ATTIC_CMD) push x", List.of("$(ATTIC_CMD)|push|x", "ATTIC_CMD")),
                Arguments.of("a <<< \"x y\" b", List.of("a|b")),
                Arguments.of("fi; done; esac; }; ) a", List.of("a")),
                Arguments.of("echo 'never closed\na", List.of("echo|never closed\na")),
                Arguments.of("", List.of()),
                Arguments.of("a\r\nb\r\n", List.of("a", "b")));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void readsCommands(String script, List<String> expected) {
        assertEquals(String.join("\n", expected), String.join("\n", commands(script)));
    }

    @Test
    void spansAreThoseOfTheFile() {
        String text = "echo hi\n  sudo  attic \"push\" x # why\n";
        ShellCommand command = parse(text).commands().get(1);
        assertEquals(
                "sudo  attic \"push\" x",
                text.substring(command.span().start(), command.span().end()));
        ShellWord push = command.words().get(2);
        assertEquals("\"push\"", text.substring(push.span().start(), push.span().end()));
        assertEquals(text.indexOf("push"), push.content().span().start());
    }

    @Test
    void spansReachThroughQuotedScripts() {
        String text = "bash -c \"echo \\\"a\\\"; attic push x\"";
        ShellCommand inner = parse(text).commands().stream()
                .filter(command -> command.name().is("attic"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "attic push x",
                text.substring(inner.span().start(), inner.span().end()));
    }

    @Test
    void wordsSayWhatTheyHold() {
        List<ShellWord> words =
                parse("a 'b' $c \"${{ d }}\" e\\ f").commands().getFirst().words();
        assertEquals(
                List.of(true, true, false, false, true),
                words.stream().map(ShellWord::literal).toList());
        assertEquals(
                List.of(false, false, false, true, false),
                words.stream().map(ShellWord::expression).toList());
        assertEquals(
                List.of(false, true, false, true, true),
                words.stream().map(ShellWord::quoted).toList());
    }

    @Test
    void heredocsKeepTheirText() {
        Heredoc heredoc = parse("cat > f <<-'END'\n\ta\n\tEND\n")
                .commands()
                .getFirst()
                .redirections()
                .get(1)
                .heredoc()
                .orElseThrow();
        assertEquals("\ta\n", heredoc.body().text());
        assertEquals(
                List.of("END", true, true), List.of(heredoc.delimiter(), heredoc.quoted(), heredoc.tabsStripped()));
    }

    @Test
    void pipelinesKnowTheirMembers() {
        ShellScript script = parse("a; find . | sort | xargs attic push c");
        ShellCommand last = script.commands().getLast();
        assertEquals(new PipelinePlace(1, 2, 3), last.pipeline());
        assertEquals(
                List.of("find", "sort", "attic"),
                script.pipeline(last).stream()
                        .map(command -> command.name().name())
                        .toList());
    }

    @Test
    void commentsAreListed() {
        List<ShellComment> comments =
                parse("# one\na # two\necho 'x # no' y#no\n").comments();
        assertEquals(
                List.of("# one", "# two"),
                comments.stream().map(c -> c.content().text()).toList());
        assertEquals(
                List.of(true, false),
                comments.stream().map(ShellComment::ownLine).toList());
    }
}
