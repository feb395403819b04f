package dev.tinyland.gf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTests {
    private static final List<String> KNOWN = List.of("tinyland-nix", "tinyland-docker", "family", "key");

    @ParameterizedTest
    @CsvSource({
        "tinyland-nxi, tinyland-nix",
        "tinyland_nix, tinyland-nix",
        "Tinyland-Docker, tinyland-docker",
        "famliy, family",
        "kye, key",
    })
    void namesTheNearWord(String written, String meant) {
        assertEquals(Optional.of(meant), DidYouMean.among(KNOWN, written));
    }

    @ParameterizedTest
    @CsvSource({"ubuntu-latest", "kubeconfig", "x"})
    void staysSilentWhereNothingIsNear(String written) {
        assertEquals(Optional.empty(), DidYouMean.among(KNOWN, written));
    }

    @Test
    void ofEquallyNearWordsTheFirstWins() {
        assertEquals(Optional.of("alpha"), DidYouMean.among(List.of("alpha", "alphb"), "alphc"));
    }
}
