package dev.tinyland.gf.lint.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.lint.rules.Rules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VocabularyTests {
    @Test
    void findsWordsThatOverlapEndInOneAnotherAndStandInAnyCase() {
        Vocabulary vocabulary = vocabulary(List.of(List.of("he"), List.of("SHE"), List.of("his", "hers")));
        assertEquals(List.of(0, 1, 2), found(vocabulary, "usHERs"));
        assertEquals(List.of(0, 1), found(vocabulary, "ushe"));
        assertEquals(List.of(), found(vocabulary, "hi shéer"));
    }

    @Test
    void aListWithoutWordsIsAlwaysFound() {
        Vocabulary vocabulary = vocabulary(List.of(List.of("a"), List.of()));
        assertEquals(List.of(1), found(vocabulary, "b"));
    }

    @Test
    void refusesWhatItCannotFind() {
        assertThrows(IllegalArgumentException.class, () -> vocabulary(List.of(List.of(""))));
        assertThrows(IllegalArgumentException.class, () -> vocabulary(List.of(List.of("é"))));
    }

    @Test
    void findsWhatASearchForEachWordFinds() {
        Random random = new Random(20261121);
        for (int round = 0; round < 2000; round++) {
            List<List<String>> words = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                words.add(List.of(text(random, 1 + random.nextInt(4)), text(random, 1 + random.nextInt(4))));
            }
            String text = text(random, 30);
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).stream()
                        .anyMatch(word -> text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))) {
                    expected.add(i);
                }
            }
            assertEquals(expected, found(vocabulary(words), text), () -> words + " in " + text);
        }
    }

    @Test
    void theWordsOfEveryRuleCanBeFound() {
        Contract contract = new ContractLoader().builtIn();
        vocabulary(
                Rules.all().rules().stream().map(rule -> rule.words(contract)).toList());
    }

    @Test
    void aWholeWordStandsBetweenNoLettersAndDigits() {
        Vocabulary vocabulary = new Vocabulary(List.of(new Vocabulary.Entry(List.of("sting", "bumble"), true)));
        for (String text : List.of("sting", "a sting.", "sting-1", "to_STING_", "é sting", "stingé", "testing sting")) {
            assertEquals(List.of(0), found(vocabulary, text), text);
            assertEquals(List.of(0), foundInRaw(vocabulary, text), text);
        }
        for (String text : List.of("testing", "stings", "9sting", "sting9", "stin g", "bumblesting")) {
            assertEquals(List.of(), found(vocabulary, text), text);
            assertEquals(List.of(), foundInRaw(vocabulary, text), text);
        }
    }

    @Test
    void inRawTextNoQuoteOrEscapeHidesAWord() {
        Vocabulary vocabulary = new Vocabulary(List.of(
                new Vocabulary.Entry(List.of("attic/push"), false), new Vocabulary.Entry(List.of("sting"), true)));
        List<String> broken = List.of(
                "at\"t\"ic/push",
                "at''tic/push",
                "at\\tic/push",
                "at\\\n   tic/push",
                "at\\\r\n\ttic/push",
                "at$'tic'/push",
                "at$\"tic\"/push",
                "attic\\/push",
                "ATtic/'push'");
        for (String text : broken) {
            assertEquals(List.of(0), foundInRaw(vocabulary, text), text);
        }
        for (String text : List.of("a\\nsting", "\\tsting", "sting\\n", "te\"sting", "'sting'ed", "s\\\n  ting")) {
            assertEquals(List.of(1), foundInRaw(vocabulary, text), text);
        }
        for (String text : List.of("\\x61ttic", "\\u0061", "\\U00000061")) {
            assertEquals(List.of(0, 1), foundInRaw(vocabulary, text), text);
        }
        assertEquals(List.of(), foundInRaw(vocabulary, "C:\\Users \\xyz \\unit \\x4"));
        assertEquals(List.of(), foundInRaw(vocabulary, "at tic/push tes\nting $ at$tic/push"));
    }

    @Test
    void aWordThatQuotesCanChangeIsNeverRuledOutByRawText() {
        Vocabulary vocabulary = vocabulary(List.of(List.of("a b"), List.of("it's"), List.of("$x"), List.of("plain")));
        assertEquals(List.of(0, 1, 2), foundInRaw(vocabulary, ""));
    }

    private static Vocabulary vocabulary(List<? extends Collection<String>> words) {
        return new Vocabulary(
                words.stream().map(each -> new Vocabulary.Entry(each, false)).toList());
    }

    private static List<Integer> foundInRaw(Vocabulary vocabulary, String text) {
        BitSet found = vocabulary.withoutWords();
        vocabulary.findInRaw(text, found);
        return found.stream().boxed().toList();
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abAB-".charAt(random.nextInt(5)));
        }
        return text.toString();
    }

    private static List<Integer> found(Vocabulary vocabulary, String text) {
        BitSet found = vocabulary.withoutWords();
        vocabulary.find(text, found);
        return found.stream().boxed().toList();
    }
}
