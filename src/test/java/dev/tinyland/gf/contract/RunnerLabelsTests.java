package dev.tinyland.gf.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunnerLabelsTests {
    private static final RunnerLabels LABELS = new RunnerLabels(
            "tinyland-",
            45,
            List.of("tinyland-nix", "tinyland-docker"),
            List.of("heavy", "kvm", "arm64", "operator"),
            List.of("dell", "linux-xr"),
            "tinyland-nix-operator");

    @ParameterizedTest
    @CsvSource({
        "tinyland-nix, true",
        "tinyland-nix-heavy, true",
        "tinyland-nix-heavy-arm64, true",
        "tinyland-kvm, true",
        "tinyland-nix-operator, true",
        "tinyland-nix-, false",
        "tinyland-, false",
        "tinyland-nixheavy, false",
        "tinyland-web, false",
        "tinyland-nix-dell, false",
        "tinyland-linux-xr, false",
        "ubuntu-latest, false",
        "tinyland-nix-heavy-kvm-arm64-operator-heavy-kvm-arm64, false",
    })
    void admitsSharedLabelsAndCapabilities(String label, boolean admitted) {
        assertEquals(admitted, LABELS.admits(label));
    }

    @ParameterizedTest
    @CsvSource({"tinyland-dell, true", "tinyland-dellish, false", "linux-xr, true", "linux-x, false"})
    void aForbiddenTokenIsAWholeWord(String label, boolean forbidden) {
        assertEquals(forbidden, LABELS.carriesForbiddenToken(label));
    }
}
