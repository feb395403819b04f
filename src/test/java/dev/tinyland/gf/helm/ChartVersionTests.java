package dev.tinyland.gf.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartVersionTests {

    /** The chain of semver 2.0.0, section 11, and what charts add to it. */
    private static final List<String> ASCENDING = List.of(
            "0.9.3",
            "0.13.1",
            "0.14.0-alpha",
            "0.14.0-alpha.1",
            "0.14.0-alpha.beta",
            "0.14.0-beta",
            "0.14.0-beta.2",
            "0.14.0-beta.11",
            "0.14.0-rc.1",
            "0.14.0",
            "0.14.2",
            "1.0.0",
            "10.0.0");

    @Test
    void versionsStandInTheOrderOfSemver() {
        List<ChartVersion> versions = new ArrayList<>(ASCENDING.stream()
                .map(text -> ChartVersion.parse(text).orElseThrow())
                .toList());
        Collections.shuffle(versions, new Random(7));
        Collections.sort(versions);
        assertEquals(ASCENDING, versions.stream().map(ChartVersion::toString).toList());
    }

    @Test
    void aLeadingVAndBuildMetadataSayNothing() {
        assertEquals(ChartVersion.parse("0.14.0"), ChartVersion.parse("v0.14.0+build.7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "0.14", "~> 0.14", "0.14.x", "sha256:abc"})
    void whatIsNoSemanticVersionIsNotGuessed(String text) {
        assertTrue(ChartVersion.parse(text).isEmpty());
    }
}
