package dev.tinyland.gf.lint.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Scripts;
import dev.tinyland.gf.lint.passage.YamlPassages;
import dev.tinyland.gf.lint.rules.Rules;
import dev.tinyland.gf.text.SourceFile;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the linter rules out by a file's raw text must not be there once the file is taken apart. */
class RawTextTests {
    private static final List<String> PIECES = List.of(
            "a",
            "t",
            "ti",
            "c",
            "attic",
            "push",
            "/",
            "\"",
            "'",
            "\\",
            "\\\n",
            "\\\n          ",
            "\n          ",
            "$",
            "$'",
            "$\"",
            " ",
            "-",
            "x",
            "\\n",
            "\\t",
            "\\x61",
            "\\u0074",
            "sting",
            "=",
            "${{ a }}",
            "\\\r\n   ",
            "# ",
            "<<E\n",
            "`",
            "$(",
            ")",
            "{",
            "}",
            ";",
            "|");

    private static final List<String> PLACES = List.of(
            "on: push\njobs:\n  a:\n    steps:\n      - run: |\n          %s\n",
            "on: push\njobs:\n  a:\n    steps:\n      - run: >-\n          %s\n",
            "on: push\njobs:\n  a:\n    steps:\n      - run: \"%s\"\n",
            "on: push\njobs:\n  a:\n    steps:\n      - run: '%s'\n",
            "on: push\njobs:\n  a:\n    steps:\n      - run: %s\n",
            "on: push\nenv:\n  A: \"%s\"\n",
            "on: push\nenv:\n  A: %s\n",
            "\"%s\": b\n");

    private static final List<String> WORDS = List.of("attic", "attic/push", "at-c", "push");

    @Test
    void aWordThatSomeTextOfAFileHoldsIsNeverRuledOut() {
        Vocabulary vocabulary = new Vocabulary(List.of(
                new Vocabulary.Entry(WORDS, false),
                new Vocabulary.Entry(List.of("sting", "attic"), true),
                new Vocabulary.Entry(List.of("tic"), false)));
        Random random = new Random(20261122);
        int held = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder made = new StringBuilder();
            int pieces = 1 + random.nextInt(10);
            for (int i = 0; i < pieces; i++) {
                made.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String text = PLACES.get(random.nextInt(PLACES.size())).formatted(made);
            BitSet exact = inTexts(vocabulary, text);
            held += exact.cardinality();
            BitSet raw = new BitSet();
            vocabulary.findInRaw(text, raw);
            exact.andNot(raw);
            assertTrue(exact.isEmpty(), () -> "ruled out, and there: " + exact + " in\n" + text);
        }
        assertTrue(held > 500, "the texts made hold hardly any word: " + held);
    }

    private static BitSet inTexts(Vocabulary vocabulary, String text) {
        BitSet found = new BitSet();
        Scripts scripts = new Scripts();
        for (Passage passage : YamlPassages.workflow().passages(new SourceFile("w.yml", text))) {
            vocabulary.find(passage.key(), found);
            vocabulary.find(passage.text().text(), found);
            for (CommandSite site : scripts.commands(passage)) {
                site.texts().forEach(each -> vocabulary.find(each.text(), found));
                site.command().assignments().forEach(assignment -> vocabulary.find(assignment.name(), found));
            }
        }
        return found;
    }

    /** Such a rule is not asked about passages and commands, so it must have nothing to say about them. */
    @Test
    void aRuleThatReadsNoTextsOverridesNothingThatTakesThem() throws NoSuchMethodException {
        List<String> wrong = new ArrayList<>();
        for (Rule rule : Rules.all().rules()) {
            boolean never = Arrays.stream(Surface.values()).noneMatch(rule::readsTexts);
            Method passage = rule.getClass().getMethod("passage", Passage.class, RuleContext.class);
            Method command = rule.getClass().getMethod("command", CommandSite.class, RuleContext.class);
            boolean silent = passage.getDeclaringClass() == Rule.class && command.getDeclaringClass() == Rule.class;
            if (never != silent) {
                wrong.add(rule.info().id());
            }
        }
        assertEquals(List.of(), wrong);
    }
}
