package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.state.receipt.StateReceipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inputs {@code receipt} and {@code receipt-file}. */
final class Receipts {
    private Receipts() {}

    /** What the last good apply knew, where it is given. */
    static Optional<StateReceipt> read(Run run, @Nullable String receipt, @Nullable Path file) {
        return text(run, receipt, file)
                .map(text -> StateReceipt.parse(text)
                        .orElseThrow(() -> new InputException(
                                "receipt",
                                "receipt is no receipt of these tools; pass the variable as it was written")));
    }

    private static Optional<String> text(Run run, @Nullable String receipt, @Nullable Path file) {
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
