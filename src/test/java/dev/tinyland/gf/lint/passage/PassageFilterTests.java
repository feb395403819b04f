package dev.tinyland.gf.lint.passage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlParser;
import dev.tinyland.gf.yaml.YamlResult;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What nobody wants may be left out of a file, and what is left in stays what it is, by whichever way it is reached. */
class PassageFilterTests {
    private static final List<String> KEYS = List.of("run", "env", "with", "steps", "parallel", "a", "script");
    private static final List<String> VALUES =
            List.of("want", "other", "*x", "&x want", "&x other", "&x {a: other, run: want}", "&x [other, want]");

    @Test
    void leavesOutThoseThatNobodyWantsAndNoOthers() {
        Random random = new Random(20261122);
        int kept = 0;
        int dropped = 0;
        for (int round = 0; round < 5000; round++) {
            SourceFile file = new SourceFile(".github/workflows/w.yml", text(random));
            if (!(YamlParser.parse(Fragment.whole(file)) instanceof YamlResult.Parsed parsed)) {
                continue;
            }
            PassageFilter wanted = (key, text) -> key.equals("env") || text.contains("want");
            List<Passage> all = YamlPassages.workflow().passages(file, parsed, (key, text) -> true);
            List<Passage> expected = all.stream()
                    .filter(passage ->
                            wanted.wants(passage.key(), passage.text().text()))
                    .toList();
            List<Passage> some = YamlPassages.workflow().passages(file, parsed, wanted);
            assertEquals(describe(expected), describe(some), file::text);
            kept += some.size();
            dropped += all.size() - some.size();
        }
        assertTrue(kept > 5000 && dropped > 5000, kept + " kept, " + dropped + " dropped");
    }

    private static List<String> describe(List<Passage> passages) {
        return passages.stream()
                .map(passage -> passage.text().span() + " " + passage.role() + " " + passage.path())
                .toList();
    }

    /** Steps with keys and values in any order; an alias shares a node with another place. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder("on: push\njobs:\n  j:\n    steps:\n");
        int steps = 1 + random.nextInt(4);
        for (int i = 0; i < steps; i++) {
            text.append("      - ").append(entry(random));
            if (random.nextBoolean()) {
                text.append("        ").append(entry(random));
            }
        }
        return text.toString();
    }

    private static String entry(Random random) {
        return KEYS.get(random.nextInt(KEYS.size())) + ": " + VALUES.get(random.nextInt(VALUES.size())) + "\n";
    }
}
