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
                        new LockChange("registry.opentofu.org/gavinbunney/kubectl", "", "2.38.0"),
                        new LockChange("registry.opentofu.org/hashicorp/helm", "2.17.0", "3.1.2"),
                        new LockChange("registry.opentofu.org/hashicorp/kubernetes", "2.38.0", "")),
                read(COMMITTED).changesTo(used));
    }

    @Test
    void otherHashesOfTheSameVersionsAreNoChange() {
        assertEquals(List.of(), read(COMMITTED).changesTo(read(COMMITTED.replace("h1:0ZSv", "zh:aaaa"))));
        assertEquals(List.of(), read("").changesTo(read("")));
    }

    @Test
    void aFileThatIsNoLockFileIsNotTakenForAnEmptyOne() {
        assertTrue(ProviderLocks.read("provider \"x\" {").isEmpty());
    }
}
