package dev.tinyland.gf.yaml;

import java.util.Locale;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What SnakeYAML refuses, said in our words: its own messages quote the input, and ours must not. */
final class Clauses {

    private Clauses() {}

    static String of(MarkedYAMLException malformed) {
        String problem = malformed.getProblem() == null ? "" : malformed.getProblem();
        String context = malformed.getContext() == null ? "" : malformed.getContext();
        String said = (context + " " + problem).toLowerCase(Locale.ROOT);
        if (said.contains("\\t(tab)")) {
            return "a tab stands where YAML wants spaces";
        }
        if (said.contains("mapping values are not allowed")) {
            return "a second ': ' stands in this line; quote the value that holds it";
        }
        if (said.contains("unknown escape character")) {
            return "a double-quoted text holds an unknown escape";
        }
        if (said.contains("escape sequence")) {
            return "a double-quoted text holds a broken escape";
        }
        if (said.contains("quoted scalar")) {
            return "a quoted text is not closed";
        }
        if (said.contains("flow sequence")) {
            return "a '[' is not closed, or a comma is missing in it";
        }
        if (said.contains("flow mapping")) {
            return "a '{' is not closed, or a comma is missing in it";
        }
        if (said.contains("could not find expected ':'")) {
            return "a key has no ':' after it";
        }
        if (said.contains("expected <block end>") || said.contains("sequence entries are not allowed")) {
            return "this line does not fit the indentation of the block it stands in";
        }
        if (said.contains("expected the node content")) {
            return "a value is missing here";
        }
        if (said.contains("block scalar")) {
            return "the header of a block scalar is malformed";
        }
        if (said.contains("cannot start any token")) {
            return "a character that cannot start a value stands here; quote the value";
        }
        return "this is not well-formed YAML";
    }
}
