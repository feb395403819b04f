package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.DocumentPassages;
import dev.tinyland.gf.lint.passage.LegacyWords;
import dev.tinyland.gf.lint.passage.YamlPassages;
import java.util.EnumMap;
import java.util.Map;

/** What understands each kind of file. A kind without a reader is counted as not judged. */
public final class Readers {
    private Readers() {}

    /** @param contract for the words that label text as a record of the past */
    public static Map<Surface, FileReader> all(Contract contract) {
        Map<Surface, FileReader> readers = new EnumMap<>(Surface.class);
        readers.put(Surface.WORKFLOW, new YamlReader(Surface.WORKFLOW, YamlPassages.workflow()));
        readers.put(Surface.ACTION, new YamlReader(Surface.ACTION, YamlPassages.action()));
        readers.put(Surface.GITLAB_CI, new YamlReader(Surface.GITLAB_CI, YamlPassages.gitlab()));
        readers.put(Surface.CONFIGURATION, new YamlReader(Surface.CONFIGURATION, YamlPassages.configuration()));
        readers.put(
                Surface.DOCUMENT,
                new DocumentReader(
                        new DocumentPassages(new LegacyWords(contract.legacy().labelWords()))));
        return readers;
    }
}
