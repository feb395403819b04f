package dev.tinyland.gf.access.attachment;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.access.Sink;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.report.Check;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The attachment of this machine in one word, without a report of its own. */
public final class CurrentAttachment {
    private CurrentAttachment() {}

    /** The mode, or what {@code cache-attachment} would say against it. */
    public static String mode(Host host, Contract contract) throws IOException {
        Sink nowhere = new Sink() {
            @Override
            public void check(Check check) {}

            @Override
            public void next(String command) {}
        };
        Checklist<AttachmentVerdict> checks = new Checklist<>(nowhere, List.of(AttachmentCheck.values()));
        Attachment.Options options =
                new Attachment.Options(Optional.empty(), Optional.empty(), false, false, Optional.empty());
        AttachmentVerdict mode = new Attachment(host, contract, checks, options).judge();
        Conclusion conclusion = checks.conclude(mode);
        return conclusion.verdict() == mode
                ? mode.mode()
                : conclusion.verdict().name() + " (" + conclusion.failureReason() + "), see gf cache-attachment";
    }
}
