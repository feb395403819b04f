package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.JustPassages;
import dev.tinyland.gf.lint.passage.LinePassages;
import dev.tinyland.gf.lint.passage.NixPassages;
import dev.tinyland.gf.lint.passage.ShellPassages;
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
        readers.put(Surface.DOCUMENT, new DocumentReader(contract.legacy().labelWords()));
        readers.put(Surface.JSON, new YamlReader(Surface.JSON, YamlPassages.json()));
        readers.put(Surface.HCL, new HclReader());
        readers.put(Surface.JUSTFILE, new PlainReader(new JustPassages()));
        readers.put(Surface.SHELL, new PlainReader(new ShellPassages()));
        readers.put(Surface.ENVIRONMENT, new PlainReader(LinePassages.environment()));
        readers.put(Surface.BAZELRC, new PlainReader(LinePassages.bazelrc()));
        readers.put(Surface.NIX, new PlainReader(new NixPassages()));
        return readers;
    }
}
