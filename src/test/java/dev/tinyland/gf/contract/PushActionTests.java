package dev.tinyland.gf.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushActionTests {
    private static final PushAction NIX_JOB =
            new PushAction(".github/actions/nix-job", Optional.of("push-cache"), Optional.of("false"));

    @ParameterizedTest
    @CsvSource({
        "./.github/actions/nix-job, true",
        "./GloriousFlywheel/.github/actions/nix-job, true",
        "tinyland-inc/GloriousFlywheel/.github/actions/nix-job@main, true",
        "tinyland-inc/GloriousFlywheel/.github/actions/nix-job/@0123abc, true",
        ".github/actions/nix-job, true",
        "./.github/actions/my-nix-job, false",
        "./x.github/actions/nix-job, false",
        "./.github/actions/nix-job-light, false",
        "someone/nix-job@v1, false",
    })
    void isKnownByTheTailOfItsUses(String uses, boolean matches) {
        assertEquals(matches, NIX_JOB.matches(uses));
    }

    @Test
    void anInputWithoutAnOffValueIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PushAction("x", Optional.of("push"), Optional.empty()));
    }
}
