package dev.tinyland.gf.tofu.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCountsTests {

    /** One resource with these actions, counted as add, change, destroy, replace, forget. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "managed | no-op            | 0 0 0 0 0",
                "managed | create           | 1 0 0 0 0",
                "managed | update           | 0 1 0 0 0",
                "managed | delete           | 0 0 1 0 0",
                "managed | delete create    | 1 0 1 1 0",
                "managed | create delete    | 1 0 1 1 0",
                "managed | forget           | 0 0 0 0 1",
                "managed | forget create    | 1 0 0 0 1",
                "managed | read             | 0 0 0 0 0",
                "managed | open             | 0 0 0 0 0",
                "managed | delete archive   | 0 0 1 0 0",
                "managed | create forget delete | 1 0 1 1 1",
                "data    | delete           | 0 0 0 0 0",
                "data    | read             | 0 0 0 0 0",
                "ephemeral | open           | 0 0 0 0 0"
            })
    void everyActionIsCountedAsOpenTofuCounts(String mode, String words, String counts) {
        String actions =
                Stream.of(words.split(" ")).map(word -> '"' + word + '"').collect(Collectors.joining(",", "[", "]"));
        String plan = "{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":\"a.b\",\"mode\":\"" + mode
                + "\",\"type\":\"a\",\"name\":\"b\",\"change\":{\"actions\":" + actions + "}}]}";
        PlanCounts counted = PlanCounts.of(((PlanDocument.Plan) new PlanReader().read(plan.getBytes(UTF_8))).plan());
        assertEquals(
                counts,
                counted.adds() + " " + counted.changes() + " " + counted.destroys() + " " + counted.replaces() + " "
                        + counted.forgets());
    }
}
