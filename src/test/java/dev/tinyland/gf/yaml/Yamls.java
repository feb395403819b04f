package dev.tinyland.gf.yaml;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;

/** Short ways to parse in tests. */
final class Yamls {

    private Yamls() {}

    static YamlResult.Parsed parsed(Fragment text) {
        return assertInstanceOf(YamlResult.Parsed.class, YamlParser.parse(text));
    }

    static YamlResult.Parsed parsed(String text) {
        return parsed(Fragment.whole(new SourceFile("x.yml", text)));
    }

    static YamlMapping mapping(String text) {
        return assertInstanceOf(YamlMapping.class, parsed(text).documents().getFirst());
    }

    static YamlProblem problem(String text) {
        YamlResult result = YamlParser.parse(Fragment.whole(new SourceFile("x.yml", text)));
        return assertInstanceOf(YamlResult.Unreadable.class, result).problem();
    }
}
