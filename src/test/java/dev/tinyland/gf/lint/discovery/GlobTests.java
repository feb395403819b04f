package dev.tinyland.gf.lint.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        examples/                        | examples/a/b.yml                 | true
        examples/                        | docs/examples/a.md               | true
        /examples/                       | docs/examples/a.md               | false
        examples                         | example/a.md                     | false
        *.md                             | docs/deep/page.md                | true
        *.md                             | docs/page.mdx                    | false
        docs/*.md                        | docs/page.md                     | true
        docs/*.md                        | docs/deep/page.md                | false
        docs/**/page.md                  | docs/page.md                     | true
        docs/**/page.md                  | docs/a/b/page.md                 | true
        **/archive/**                    | archive/a.md                     | true
        **/archive/**                    | docs/archive/2024/a.md           | true
        **/archive/**                    | docs/archived.md                 | false
        .github/workflows/*proof*        | .github/workflows/ci-proof.yml   | true
        .github/workflows/*proof*        | .github/workflows/ci.yml         | false
        ./docs                           | docs/a.md                        | true
        docs/{a,b}.md                    | docs/b.md                        | true
        docs/{a,b}.md                    | docs/c.md                        | false
        {x,docs/{a,b}}.md                | docs/b.md                        | true
        t?st.yml                         | test.yml                         | true
        t?st.yml                         | tst.yml                          | false
        a*b*c                            | aXbYc                            | true
        a*b*c                            | aXbY                             | false
        """)
    void matches(String pattern, String path, boolean expected) {
        assertEquals(expected, Glob.of(pattern).matches(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{a", "a}", "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"})
    void refusesWhatItCannotMean(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> Glob.of(pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a*a*a*a*a*a*a*a*a*a*b", "**/a/**/a/**/a/**/a/**/a/**/b"})
    void hostilePatternsStayFast(String pattern) {
        String path = "a/".repeat(300) + "a".repeat(3_000);
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Glob.of(pattern).matches(path));
    }
}
