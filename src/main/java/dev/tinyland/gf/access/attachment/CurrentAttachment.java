package dev.tinyland.gf.access.attachment;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.access.Sink;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.contract.AttachmentMode;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.report.Check;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The attachment of this machine in one line, without a report of its own.
 *
 * @param sound whether {@code cache-attachment} would say nothing against it
 * @param text the mode, or what speaks against it and where to look
 */
public record CurrentAttachment(boolean sound, String text) {

    public static CurrentAttachment of(Host host, Contract contract) throws IOException {
        Sink nowhere = new Sink() {
            @Override
            public void check(Check check) {}

            @Override
            public void next(String command) {}
        };
        Checklist<AttachmentVerdict> checks = new Checklist<>(nowhere, List.of(AttachmentCheck.values()));
        Attachment.Options options =
                new Attachment.Options(Optional.empty(), Optional.empty(), false, false, Optional.empty());
        AttachmentMode mode = new Attachment(host, contract, checks, options).judge();
        Conclusion conclusion = checks.conclude(AttachmentVerdict.of(mode));
        if (conclusion.failureReason().isEmpty()) {
            return new CurrentAttachment(true, mode.word());
        }
        boolean executor = conclusion.failureReason().equals(AttachmentCheck.CA007.id());
        return new CurrentAttachment(
                false,
                executor
                        ? "an executor is set; whether a target class may use it says gf cache-attachment"
                                + " --target-class NAME"
                        : conclusion.verdict().name() + " by " + conclusion.failureReason()
                                + "; gf cache-attachment says what is wrong");
    }
}
