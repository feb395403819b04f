package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inputs {@code receipt} and {@code receipt-file}. */
final class Receipts {
    private Receipts() {}

    static Optional<String> text(Run run, @Nullable String receipt, @Nullable Path file) {
        if (receipt != null && !receipt.isBlank()) {
            return Optional.of(receipt.strip());
        }
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(run.resolve(file), StandardCharsets.UTF_8)
                            .strip())
                    .filter(text -> !text.isEmpty());
        } catch (IOException unreadable) {
            throw new InputException("receipt-file", "receipt-file cannot be read");
        }
    }
}
