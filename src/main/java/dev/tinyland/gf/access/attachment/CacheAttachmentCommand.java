package dev.tinyland.gf.access.attachment;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.ReachabilityProbe;
import dev.tinyland.gf.access.Sink;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ShownPath;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.contract.AttachmentMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gf cache-attachment}. */
@Command(
        name = "cache-attachment",
        description = "Says how this machine attaches to the caches, from the variables the contract names.",
        footer = {"%nExamples:", "  gf cache-attachment", "  gf cache-attachment --strict --probe"})
public final class CacheAttachmentCommand extends ToolCommand {
    @Option(
            names = "--target-class",
            paramLabel = "NAME",
            description = "The class of targets that would run remotely.")
    private @Nullable String targetClass;

    @Option(
            names = "--eligibility",
            paramLabel = "FILE",
            description = "Which classes may. Default: the contract's, config/rbe-target-eligibility.json.")
    private @Nullable Path eligibility;

    @Option(
            names = "--allow-localhost",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Accept endpoints on this machine, for a port-forward.")
    private boolean allowLocalhost;

    @Option(
            names = "--strict",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Fail when no cache is set.")
    private boolean strict;

    @Option(
            names = "--probe",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Connect to each endpoint; no answer is a warning, and no attachment.")
    private boolean probe;

    private final ReachabilityProbe reachability;

    public CacheAttachmentCommand(Host host) {
        this(host, ReachabilityProbe.tcp());
    }

    CacheAttachmentCommand(Host host, ReachabilityProbe reachability) {
        super(host, "cache-attachment", AttachmentVerdict.values());
        this.reachability = reachability;
    }

    @Override
    protected Conclusion judge(Run run) throws IOException {
        Platform platform = Platform.load(run);
        Checklist<AttachmentVerdict> checks = new Checklist<>(Sink.of(run), List.of(AttachmentCheck.values()));
        Attachment.Options options = new Attachment.Options(
                Optional.ofNullable(targetClass),
                eligibility(run, platform),
                allowLocalhost,
                strict,
                probe ? Optional.of(reachability) : Optional.empty());
        run.subject("attachment of this machine to the caches");
        Attachment attachment = new Attachment(host(), platform.contract(), checks, options);
        AttachmentMode mode = attachment.judge();
        AttachmentVerdict attached = AttachmentVerdict.of(mode);
        Conclusion conclusion = checks.conclude(attached);
        run.output("mode", conclusion.verdict() == attached ? mode.word() : "");
        run.output("endpoints", attachment.lines());
        return conclusion;
    }

    private Optional<Eligibility> eligibility(Run run, Platform platform) throws IOException {
        Path file = run.resolve(
                eligibility != null
                        ? eligibility
                        : Path.of(platform.contract().bazel().eligibilityFile()));
        if (!Files.isRegularFile(file)) {
            if (eligibility != null) {
                throw new InputException("eligibility", "there is no file " + ShownPath.of(file));
            }
            return Optional.empty();
        }
        return Optional.of(Eligibility.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
    }
}
