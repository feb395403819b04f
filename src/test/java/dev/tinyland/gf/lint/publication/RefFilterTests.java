package dev.tinyland.gf.lint.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefFilterTests {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        main | main | true
        main | mainline | false
        * | main | true
        * | feature/a | false
        ** | feature/a | true
        feature/* | feature/a | true
        feature/* | feature/a/b | false
        feature/** | feature/a/b | true
        **/x | a/b/x | true
        v[12].[0-9]+ | v2.17 | true
        v[12].[0-9]+ | v3.1 | false
        rel?ease | release | true
        rel?ease | reease | true
        a.c | abc | false
        ** !dev | dev | false
        ** !dev | main | true
        ** !dev dev | dev | true
        !dev | main | false
        a**************************b | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac | false
        """)
    void admits(String patterns, String name, boolean expected) {
        assertEquals(expected, new RefFilter(Arrays.asList(patterns.split(" "))).matches(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        release/** | release/x
        v[0-9]+.* | v0.x
        main | main
        ** !x | ''
        """)
    void samplesPassTheirOwnFilter(String patterns, String sample) {
        List<String> samples = new RefFilter(Arrays.asList(patterns.split(" "))).samples();
        assertEquals(sample, String.join(" ", samples));
    }
}
