package dev.tinyland.gf.hcl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HclParserTests {

    private static HclFile parse(String text) {
        return HclParser.parse(Fragment.whole(new SourceFile("main.tf", text)));
    }

    private static List<String> outline(List<HclItem> items, String indent) {
        List<String> lines = new ArrayList<>();
        for (HclItem item : items) {
            switch (item) {
                case HclAttribute attribute ->
                    lines.add(indent + attribute.name() + " = "
                            + attribute.value().text());
                case HclBlock block -> {
                    lines.add(indent + block.type() + " " + block.labels());
                    lines.addAll(outline(block.items(), indent + " "));
                }
            }
        }
        return lines;
    }

    @Test
    void readsBlocksLabelsAndAttributes() {
        String text = """
            terraform {
              backend "http" {}
              required_version = ">= 1.8" // why
            }
            resource "civo_volume" "data" { size = 10 }
            locals {
              a = [1, # one
                2]
              b = var.x == "y" ? { "k" = 1, l : 2 } : null /* c */
              c = <<-EOT
                text ${var.a}
                EOT
            }
            """;
        HclFile file = parse(text);
        assertEquals(List.of(), file.problems());
        assertEquals(
                List.of(
                        "terraform []",
                        " backend [http]",
                        " required_version = \">= 1.8\"",
                        "resource [civo_volume, data]",
                        " size = 10",
                        "locals []",
                        " a = [1, # one\n    2]",
                        " b = var.x == \"y\" ? { \"k\" = 1, l : 2 } : null",
                        " c = <<-EOT\n    text ${var.a}\n    EOT"),
                outline(file.items(), ""));
        assertEquals(
                List.of("// why", "# one", "/* c */"),
                file.comments().stream()
                        .map(comment -> comment.content().text())
                        .toList());
    }

    @Test
    void stringsKnowTheirKeysAndWhatTheyHold() {
        HclAttribute attribute = (HclAttribute)
                parse("x = merge({ a = { \"b\" = \"v1\", c = \"${f(\"v2\")}\" } }, { d : [\"v\\\"3\", \"$${no}\"] })\n")
                        .items()
                        .getFirst();
        assertEquals(
                List.of(
                        "[a, b] v1 true",
                        "[a, c] v2 true",
                        "[a, c] ${f(\"v2\")} false",
                        "[d] v\"3 true",
                        "[d] ${no} true"),
                attribute.value().strings().stream()
                        .map(string -> string.keys() + " " + string.content() + " " + string.literal())
                        .toList());
    }

    @Test
    void spansAreThoseOfTheFile() {
        String text = "provider \"kubernetes\" {\n  config_context = \"tiny\\u0041\"\n}\n";
        HclBlock block = (HclBlock) parse(text).items().getFirst();
        HclAttribute attribute = (HclAttribute) block.items().getFirst();
        Span value = attribute.value().strings().getFirst().content().span();
        assertEquals("tiny\\u0041", text.substring(value.start(), value.end()));
        assertEquals(
                "provider \"kubernetes\"",
                text.substring(block.header().start(), block.header().end()));
        assertEquals(text.strip().length(), block.span().end());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        'a = "b\nc = 1'            ! a string is not closed on its line
        'a {\n b = 1'              ! a block is not closed
        'a = [1'                   ! a bracket is not closed
        'a = 1 }'                  ! the line must end here
        'a = '                     ! a value is missing
        'a = 1\na = 2'             ! an attribute is set a second time
        'a b'                      ! neither an attribute nor a block
        '= 1'                      ! an attribute or a block must start here
        'a = <<E\nx'               ! a heredoc is not closed
        '/* x'                     ! a comment is not closed
        'a = "${b"'                ! a string is not closed on its line
        'a "${b}" {}'              ! a label cannot hold an interpolation
        'a { b = 1, c = 2 }'       ! the line must end here
        '}'                        ! a brace closes nothing
        'a = ''b'''                ! a character has no meaning here
        'a = "\\q"'                ! an escape is not valid
        """)
    void saysWhatIsWrong(String text, String problem) {
        List<String> problems = parse(text.replace("\\n", "\n")).problems().stream()
                .map(HclProblem::message)
                .toList();
        assertTrue(problems.contains(problem), () -> text + ": " + problems);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only\n",
                "a = 1",
                "a=b.c[*].d\r\nb = 2\r\n",
                "a { b = 1 }\n",
                "a {}\n",
                "x \"a\" b {\n}\n",
                "a = f(\n 1,\n 2\n)\n",
                "a = <<EOT\n%{ if x ~}\n ${~ y ~}\n%{ endif }\n  EOT\nb = 1\n",
                "a = \"%{ for i in l }${i}%{ endfor }\"\n",
                "a = x ? y : z\n",
                "a = [for k, v in m : k => v...]\n",
                "a-b = !c && d != e || -1 >= 2 % 3\n",
                "a = \"${\n  b\n}\"\n"
            })
    void acceptsWhatIsRight(String text) {
        assertEquals(List.of(), parse(text).problems());
    }

    @Test
    void goesOnAfterAProblem() {
        HclFile file = parse("a = \"b\nbackend \"http\" {\n  x = 1\n}\n");
        assertFalse(file.problems().isEmpty());
        assertEquals("backend [http]", outline(file.items(), "").get(1));
    }

    @Test
    void randomTextIsReadWithSpansInsideTheFile() {
        List<String> pieces = List.of(
                "a",
                " = ",
                "{",
                "}",
                "\"",
                "${",
                "%{",
                "\n",
                "[",
                "]",
                "(",
                ")",
                "<<E\n",
                "E\n",
                "# c",
                "/*",
                "*/",
                "//",
                "\\",
                "\\u12",
                ",",
                ":",
                "=",
                "resource \"x\" ",
                "\uD83D\uDE00",
                "\r\n",
                "~",
                "'",
                "$${",
                "!");
        Random random = new Random(20261121);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int count = random.nextInt(30);
            for (int i = 0; i < count; i++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Span all = new Span(0, text.length());
            HclFile file = parse(text.toString());
            file.items().forEach(item -> assertTrue(all.contains(item.span()), text::toString));
            file.problems().forEach(problem -> assertTrue(all.contains(problem.span()), text::toString));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a {\n",
                "a = [",
                "a = \"${\"",
                "a = {b=",
                "\"",
                "a = <<E\n",
                "/*",
                "${",
                "a = 1\n",
                "}",
                "a=\"${a}\"\n",
                "{a=["
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
