package dev.tinyland.gf.lint.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.lint.rules.Rules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VocabularyTests {
    @Test
    void findsWordsThatOverlapEndInOneAnotherAndStandInAnyCase() {
        Vocabulary vocabulary = new Vocabulary(List.of(List.of("he"), List.of("SHE"), List.of("his", "hers")));
        assertEquals(List.of(0, 1, 2), found(vocabulary, "usHERs"));
        assertEquals(List.of(0, 1), found(vocabulary, "ushe"));
        assertEquals(List.of(), found(vocabulary, "hi shéer"));
    }

    @Test
    void aListWithoutWordsIsAlwaysFound() {
        Vocabulary vocabulary = new Vocabulary(List.of(List.of("a"), List.of()));
        assertEquals(List.of(1), found(vocabulary, "b"));
    }

    @Test
    void refusesWhatItCannotFind() {
        assertThrows(IllegalArgumentException.class, () -> new Vocabulary(List.of(List.of(""))));
        assertThrows(IllegalArgumentException.class, () -> new Vocabulary(List.of(List.of("é"))));
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
            assertEquals(expected, found(new Vocabulary(words), text), () -> words + " in " + text);
        }
    }

    @Test
    void theWordsOfEveryRuleCanBeFound() {
        Contract contract = new ContractLoader().builtIn();
        new Vocabulary(
                Rules.all().rules().stream().map(rule -> rule.words(contract)).toList());
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
