package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Scripts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** The rules that judge one kind of file, and what tells which of them a file concerns. */
final class SurfaceRules {
    private final List<Rule> rules;
    private final Vocabulary vocabulary;

    /** The numbers of the rules that judge texts. */
    private final BitSet readers = new BitSet();

    SurfaceRules(Surface surface, List<Rule> rules, Contract contract) {
        this.rules = List.copyOf(rules);
        List<Vocabulary.Entry> entries = new ArrayList<>(rules.size());
        for (int number = 0; number < rules.size(); number++) {
            Rule rule = rules.get(number);
            boolean reads = rule.readsTexts(surface);
            readers.set(number, reads);
            Collection<String> words = reads ? rule.words(contract) : rule.subjects(contract);
            boolean findable = words.stream().allMatch(Vocabulary::isFindable);
            entries.add(new Vocabulary.Entry(findable ? words : List.of(), rule.wholeWords()));
        }
        this.vocabulary = new Vocabulary(entries);
    }

    /** At least the numbers of the rules that have something to say about a YAML file with this text. */
    BitSet inRaw(String text) {
        BitSet found = vocabulary.withoutWords();
        vocabulary.findInRaw(text, found);
        return found;
    }

    /** Whether one of these rules judges texts. */
    boolean readTexts(BitSet numbers) {
        return numbers.intersects(readers);
    }

    /**
     * Whether a rule that judges texts might have something to say about such a passage of a YAML file.
     *
     * @param written the passage as it stands in the file
     */
    boolean mayConcern(String key, String written) {
        BitSet found = vocabulary.withoutWords();
        vocabulary.find(key, found);
        vocabulary.findInRaw(written, found);
        return found.intersects(readers);
    }

    /** The numbers of the rules without words, and of those one of whose words some text, key or variable has. */
    BitSet inTexts(List<Passage> passages, List<CommandSite> commands) {
        BitSet found = vocabulary.withoutWords();
        for (Passage passage : passages) {
            vocabulary.find(passage.key(), found);
            if (!Scripts.isShell(passage)) {
                vocabulary.find(passage.text().text(), found);
            }
        }
        for (CommandSite site : commands) {
            site.texts().forEach(text -> vocabulary.find(text.text(), found));
            site.command().assignments().forEach(assignment -> vocabulary.find(assignment.name(), found));
        }
        return found;
    }

    /** In the order of the catalogue. */
    List<Rule> of(BitSet numbers) {
        List<Rule> concerned = new ArrayList<>(numbers.cardinality());
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            concerned.add(rules.get(number));
        }
        return concerned;
    }

    /** Takes out the rules that judge texts. */
    BitSet withoutReaders(BitSet numbers) {
        BitSet others = (BitSet) numbers.clone();
        others.andNot(readers);
        return others;
    }
}
