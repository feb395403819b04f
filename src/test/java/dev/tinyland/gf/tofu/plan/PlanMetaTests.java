package dev.tinyland.gf.tofu.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanMetaTests {

    @Test
    void whatIsWrittenIsReadBack() {
        PlanMeta meta = new PlanMeta(
                "arc-runners",
                Optional.of("aa".repeat(32)),
                Optional.of("bb".repeat(32)),
                new PlanScope(Optional.of(false), Optional.of(List.of("module.gh[\"a\"]")), Optional.of(List.of())),
                List.of("terraform_data.a"),
                true,
                new PlanMeta.Origin("tinyland/infra", "c".repeat(40), "17", "2"),
                "0.1.0",
                "1.12.6",
                Optional.of(Instant.parse("2026-11-21T10:00:00Z")),
                Optional.of(Instant.parse("2026-11-22T10:00:00Z")),
                new PlanMeta.State(Optional.of("l-1"), OptionalLong.of(41), "TRUSTED", true));
        assertEquals(Optional.of(meta), PlanMeta.read(meta.write().getBytes(UTF_8)));
    }

    @Test
    void whatIsNotSaidIsUnknownAndNotFalse() {
        PlanMeta meta = PlanMeta.read("{}".getBytes(UTF_8)).orElseThrow();
        assertEquals(PlanScope.unknown(), meta.scope());
        assertEquals("refresh: unknown, targets: unknown", meta.scope().text());
        assertEquals(PlanMeta.State.unknown(), meta.state());
        assertEquals(Optional.of(meta), PlanMeta.read(meta.write().getBytes(UTF_8)));
    }

    @Test
    void keysOfANewerToolAreIgnoredAndTypesThatDoNotFitAreUnknown() {
        PlanMeta meta = PlanMeta.read("{\"future\":{},\"refresh\":\"yes\",\"created\":\"yesterday\",\"serial\":\"1\"}"
                        .getBytes(UTF_8))
                .orElseThrow();
        assertTrue(meta.scope().refresh().isEmpty());
        assertTrue(meta.created().isEmpty());
        assertTrue(meta.state().serial().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "<html>", "{"})
    void whatIsNoJsonObjectIsNotRead(String text) {
        assertTrue(PlanMeta.read(text.getBytes(UTF_8)).isEmpty());
    }

    @Test
    void aScopeIsPartialWhenAnythingWasLeftOut() {
        assertFalse(PlanScope.whole().isPartial());
        assertFalse(PlanScope.unknown().isPartial());
        assertTrue(new PlanScope(Optional.of(false), Optional.empty(), Optional.empty()).isPartial());
        assertTrue(new PlanScope(Optional.of(true), Optional.of(List.of()), Optional.of(List.of("a.b"))).isPartial());
    }
}
