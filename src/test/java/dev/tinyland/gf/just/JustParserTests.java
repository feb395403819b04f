package dev.tinyland.gf.just;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JustParserTests {

    private static JustFile parse(String text) {
        return JustParser.parse(Fragment.whole(new SourceFile("Justfile", text)));
    }

    private static List<String> texts(List<Fragment> fragments) {
        return fragments.stream().map(Fragment::text).toList();
    }

    @Test
    void readsVariablesAndSettings() {
        JustFile file = parse("""
            set shell := ["bash", "-uc"]
            set export
            env := env_var_or_default("ENV", 'dev') # why
            export CACHE := `yq '.cache' x.yaml` + "/a\\"b"
            text := '''
            two
            lines'''
            alias p := push
            """);
        assertEquals(
                List.of(
                        "set shell [bash, -uc] []",
                        "set export [] []",
                        " env [ENV, dev] []",
                        "export CACHE [/a\"b] [yq '.cache' x.yaml]",
                        " text [\ntwo\nlines] []",
                        "alias p [] []"),
                file.assignments().stream()
                        .map(assignment -> assignment.kind() + " " + assignment.name() + " "
                                + texts(assignment.value().strings()) + " "
                                + texts(assignment.value().commands()))
                        .toList());
    }

    @Test
    void readsRecipes() {
        JustFile file = parse("""
            # doc
            [private]
            [confirm("sure: yes")]
            push cache="main" *paths: build (login cache "x") && clean
                @attic push {{cache}} \\
                    -j 2
                -false

                echo done
            build:
            @quiet +a='b c' $d=`e`:
            \techo hi
            """);
        assertEquals(
                List.of("push", "build", "quiet"),
                file.recipes().stream().map(recipe -> recipe.name().text()).toList());
        JustRecipe push = file.recipes().getFirst();
        assertEquals(
                "attic push {{cache}} \\\n    -j 2\nfalse\n\necho done\n",
                push.body().text());
        assertEquals(List.of("build", "login", "clean"), texts(push.dependencies()));
        assertEquals(List.of("private", "confirm(\"sure: yes\")"), texts(push.attributes()));
        assertEquals(
                List.of("cache [main]", "paths []"),
                push.parameters().stream()
                        .map(parameter ->
                                parameter.name() + " " + texts(parameter.value().strings()))
                        .toList());
        JustRecipe quiet = file.recipes().getLast();
        assertEquals("echo hi\n", quiet.body().text());
        assertEquals(List.of("b c"), texts(quiet.parameters().getFirst().value().strings()));
        assertEquals(List.of("e"), texts(quiet.parameters().getLast().value().commands()));
        assertEquals(List.of("# doc"), texts(file.comments()));
    }

    @Test
    void scriptsOfOneInterpreterKeepTheirLines() {
        JustFile file =
                parse("a:\n    #!/usr/bin/env -S python3 -u\n    @decorated\n    def f():\n        pass\nb: a\n");
        JustRecipe recipe = file.recipes().getFirst();
        assertEquals("python3", recipe.interpreter());
        assertEquals(
                "#!/usr/bin/env -S python3 -u\n@decorated\ndef f():\n    pass\n",
                recipe.body().text());
    }

    @Test
    void bodiesPointIntoTheFile() {
        String text = "a:\n    @one\n    two three\n";
        Fragment body = parse(text).recipes().getFirst().body();
        int at = body.text().indexOf("three");
        assertEquals(text.indexOf("three"), body.toSource(at));
    }

    @Test
    void randomTextIsReadWithSpansInsideTheFile() {
        List<String> pieces = List.of(
                "a",
                ":",
                ":=",
                "\n",
                "    ",
                "\t",
                "'",
                "\"",
                "`",
                "'''",
                "#",
                "[",
                "]",
                "(",
                ")",
                "\\",
                "\\\n",
                "@",
                "-",
                "{{",
                "}}",
                "=",
                "set ",
                "alias ",
                "#!/bin/sh\n",
                "*",
                "+",
                "$",
                "&&",
                "\uD83D\uDE00",
                "\r\n");
        Random random = new Random(20261121);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int count = random.nextInt(30);
            for (int i = 0; i < count; i++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Span all = new Span(0, text.length());
            for (JustRecipe recipe : parse(text.toString()).recipes()) {
                assertTrue(all.contains(recipe.span()), text::toString);
                assertTrue(all.contains(recipe.body().span()), text::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:\n",
                "a:\n  b\n",
                "'",
                "\"",
                "a := '",
                "[",
                "(",
                "a x='",
                "\\\n",
                "#",
                "a: (",
                "a := b\n",
                "it's\n"
            })
    void longRepetitionsTakeLinearTime(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        assertNotNull(parse(text));
        long seconds =
                Duration.ofNanos(threads.getCurrentThreadCpuTime() - before).toSeconds();
        assertTrue(seconds < 5, () -> "took " + seconds + " s of processor time");
    }
}
