package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Inputs;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.state.receipt.StateReceipt;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a plan and an apply are told of the state: how long to wait for its lock, and what it was last time. */
abstract class StateOptions {
    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long to wait for a held lock. Default: 60s.")
    private String lockTimeout = "60s";

    @Option(
            names = "--receipt",
            paramLabel = "JSON",
            description = "What the last good apply knew of the state: the variable GF_STATE_STACK.")
    private @Nullable String receipt;

    @Option(names = "--receipt-file", paramLabel = "FILE", description = "The same in a file.")
    private @Nullable Path receiptFile;

    /** As OpenTofu takes it. */
    String lockTimeout() {
        Inputs.duration("lock-timeout", lockTimeout);
        return lockTimeout.replace(" ", "");
    }

    Optional<StateReceipt> receipt(Run run) {
        return Receipts.read(run, receipt, receiptFile);
    }
}
