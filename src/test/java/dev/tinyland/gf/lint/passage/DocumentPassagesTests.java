package dev.tinyland.gf.lint.passage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.markdown.MarkdownParser;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentPassagesTests {

    @Test
    void proseComesSentenceBySentenceWithItsCodeApart() {
        assertEquals(
                List.of(
                        "1:3 HEADING | Title",
                        "3:1 PROSE | Use       for reads.",
                        "3:6 INLINE_CODE | honey",
                        "3:24 PROSE | Ask e.g. Sam."),
                PagePassages.shown("# Title\n\nUse `honey` for reads. Ask e.g. Sam.\n"));
    }

    @Test
    void linkTextIsLeftOut() {
        assertEquals(
                List.of("1:1 PROSE | See"),
                PagePassages.shown("See [attic-cache-dev](https://x.example/attic-cache-dev)\n"));
    }

    @Test
    void tablesComeCellByCell() {
        assertEquals(
                List.of(
                        "1:3 TABLE_CELL | Name",
                        "1:10 TABLE_CELL | What",
                        "3:4 INLINE_CODE | ns",
                        "3:11 TABLE_CELL | the place"),
                PagePassages.shown("| Name | What |\n|------|------|\n| `ns` |  the place |\n"));
    }

    @Test
    void aYamlFenceGivesValuesAndScriptsInPlace() {
        assertEquals(
                List.of(
                        "4:7 VALUE yaml job/tags/0 | nix",
                        "6:7 SCRIPT bash job/script/0 | attic push main x",
                        "7:5 COMMENT yaml [comment] | # why",
                        "9:9 SCRIPT bash job/script/1 | one⏎two",
                        "11:13 VALUE yaml job/env/A | https://x.example"),
                PagePassages.shown("""
                    ```yaml
                    job:
                      tags:
                        - nix
                      script:
                        - attic push main x
                        # why
                        - |
                            one
                            two
                      env: {A: "https://x.example"}
                    ```
                    """));
    }

    @Test
    void anIndentedYamlFenceInAListMapsEveryScalar() {
        String page = """
            1. Do:

               ```yaml
               steps:
                 - run: |
                     tofu init
                     attic push main
               ```
            """;

        Passage script = PagePassages.read(page).passages().stream()
                .filter(passage -> passage.role() == Role.SCRIPT)
                .findFirst()
                .orElseThrow();
        int at = script.text().text().indexOf("attic");

        assertEquals("tofu init\nattic push main\n", script.text().text());
        assertEquals(page.indexOf("attic"), script.text().toSource(at));
    }

    @Test
    void yamlThatDoesNotParseComesLineByLine() {
        assertEquals(
                List.of(
                        "2:1 BLOCK yaml | a: b: c",
                        "3:1 BLOCK yaml | host: attic.tinyland.dev",
                        "4:1 COMMENT yaml [comment] | # note"),
                PagePassages.shown("```yaml\na: b: c\nhost: attic.tinyland.dev\n# note\n```\n"));
    }

    @Test
    void jsonIsReadAsValues() {
        assertEquals(List.of("2:14 VALUE json a/b | x"), PagePassages.shown("```json\n{\"a\": {\"b\": \"x\"}}\n```\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "sh", "shell", "zsh", "", "console"})
    void shellFencesAreOneScript(String language) {
        assertEquals(
                List.of("2:1 SCRIPT bash | # c⏎attic push main \\⏎  x"),
                PagePassages.shown("```" + language + "\n# c\nattic push main \\\n  x\n```\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "bash", "", "shell-session", "text"})
    void aTranscriptGivesItsCommandsWithoutPrompts(String language) {
        List<String> shown =
                PagePassages.shown("```" + language + "\n$ attic push main \\\n    x\nPushing 1 path\n$ ls\n```\n");

        assertEquals(3, shown.size());
        assertEquals("2:3 SCRIPT bash | attic push main \\⏎    x", shown.get(0));
        assertTrue(shown.get(1).endsWith("| Pushing 1 path"));
        assertEquals("5:3 SCRIPT bash | ls", shown.get(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export A=b",
                "FOO=1 tofu init",
                "./scripts/push.sh now",
                "sudo attic push x",
                "/opt/bin/attic push x"
            })
    void aPlainFenceThatBeginsWithACommandIsAScript(String line) {
        assertEquals(List.of("2:1 SCRIPT bash | " + line), PagePassages.shown("```\n" + line + "\n```\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://attic.dev-cluster.example.com",
                "watch-store pushed 47 store paths",
                "attic-cache-dev/",
                "make: nothing to do"
            })
    void aPlainFenceOfAnythingElseIsABlock(String line) {
        assertEquals(List.of("2:1 BLOCK | " + line), PagePassages.shown("```\n" + line + "\n```\n"));
    }

    @Test
    void indentedCodeIsReadLikeAPlainFence() {
        assertEquals(
                List.of("1:1 PROSE | Run:", "3:5 SCRIPT bash | attic push main x"),
                PagePassages.shown("Run:\n\n    attic push main x\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hcl", "nix", "ini", "mermaid", "toml", "python", "dockerfile"})
    void otherLanguagesComeLineByLine(String language) {
        assertEquals(
                List.of("2:1 BLOCK " + language + " | one", "4:1 BLOCK " + language + " | two"),
                PagePassages.shown("```" + language + "\none\n\n  two\n```\n"));
    }

    @Test
    void environmentFilesGiveValues() {
        assertEquals(
                List.of("2:3 VALUE env A | x", "3:1 COMMENT env [comment] | # c"),
                PagePassages.shown("```env\nA=x\n# c\n```\n"));
    }

    @Test
    void aDifferenceTakesLinesAway() {
        assertEquals(
                List.of("2:2 BLOCK diff [removed line] | old", "3:2 BLOCK diff | new", "4:1 BLOCK diff | same"),
                PagePassages.shown("```diff\n-old\n+new\n same\n```\n"));
    }

    @Test
    void htmlIsProseWithoutItsTags() {
        assertEquals(
                List.of("1:4 PROSE | hello       there", "3:6 COMMENT [comment] | attic-cache-dev"),
                PagePassages.shown("<p>hello <b id=\"attic-cache-dev\">there</b></p>\n\n<!-- attic-cache-dev -->\n")
                        .stream()
                        .map(line -> line.replaceAll("hello +", "hello       "))
                        .toList());
    }

    @Test
    void frontMatterGivesValues() {
        assertEquals(
                List.of("2:8 VALUE yaml title | Page", "4:1 PROSE | Text"),
                PagePassages.shown("---\ntitle: Page\n---\nText\n"));
    }

    @Test
    void aPageTooLargeHasAProblemAndNoPassages() {
        DocumentReading reading = new DocumentPassages(PagePassages.WORDS)
                .read(new SourceFile("x.md", " ".repeat(MarkdownParser.MAXIMUM_LENGTH + 1)));

        assertTrue(reading.page().problem().isPresent());
        assertEquals(List.of(), reading.passages());
    }
}
