package dev.tinyland.gf.plan.judgement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderLocksTests {
    private static final String COMMITTED = """
        # This file is maintained automatically by "tofu init".
        provider "registry.opentofu.org/hashicorp/helm" {
          version     = "2.17.0"
          constraints = "~> 2.12"
          hashes = [
            "h1:0ZSvOeYMqjBZ6fbqz4Hy9Zr0ZzrmQRyYFGRVfyVGfxY=",
          ]
        }

        provider "registry.opentofu.org/hashicorp/kubernetes" {
          version = "2.38.0"
          hashes  = []
        }
        """;

    private static ProviderLocks read(String text) {
        return ProviderLocks.read(text).orElseThrow();
    }

    @Test
    void anotherVersionANewAndALeftProviderAreChanges() {
        ProviderLocks used =
                read(COMMITTED.replace("2.17.0", "3.1.2").replace("hashicorp/kubernetes", "gavinbunney/kubectl"));
        assertEquals(
                List.of(
                        LockChange.of("registry.opentofu.org/gavinbunney/kubectl", "", "2.38.0"),
                        LockChange.of("registry.opentofu.org/hashicorp/helm", "2.17.0", "3.1.2"),
                        LockChange.of("registry.opentofu.org/hashicorp/kubernetes", "2.38.0", "")),
                read(COMMITTED).changesTo(used));
    }

    @Test
    void hashesOfOtherMachinesAreNoChange() {
        String more = COMMITTED.replace("hashes = [", "hashes = [\n    \"h1:Another=\",");
        assertEquals(List.of(), read(COMMITTED).changesTo(read(more)));
        assertEquals(List.of(), read(more).changesTo(read(COMMITTED)));
        assertEquals(List.of(), read(COMMITTED).changesTo(read(COMMITTED.replace("h1:0ZSv", "zh:aaaa"))));
        assertEquals(List.of(), read("").changesTo(read("")));
    }

    @Test
    void theSameVersionWithNoHashInCommonIsAnotherProgram() {
        assertEquals(
                List.of(new LockChange("registry.opentofu.org/hashicorp/helm", "2.17.0", "2.17.0", true)),
                read(COMMITTED).changesTo(read(COMMITTED.replace("h1:0ZSv", "h1:aaaa"))));
    }

    @Test
    void aFileThatIsNoLockFileIsNotTakenForAnEmptyOne() {
        assertTrue(ProviderLocks.read("provider \"x\" {").isEmpty());
    }
}
