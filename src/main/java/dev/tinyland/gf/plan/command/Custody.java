package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.state.custody.CustodyRecord;
import dev.tinyland.gf.state.custody.Recipients;
import dev.tinyland.gf.text.Sha256;
import dev.tinyland.gf.tofu.run.TofuResult;
import dev.tinyland.gf.tofu.state.StateDocument;
import dev.tinyland.gf.tofu.state.StateReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what OpenTofu could not write to its backend: {@code errored.tfstate} in the folder it ran in, or the state it
 * printed where it could not even write that. It is the only copy of what an apply did, and holds every secret in clear;
 * beside it stand a record without secrets and, where recipients are named, the same encrypted.
 */
final class Custody {
    static final String ERRORED = "errored.tfstate";

    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Run run;
    private final String stack;
    private final Path stackFolder;
    private final Optional<Recipients> recipients;

    Custody(Run run, String stack, Path stackFolder, Optional<Recipients> recipients) {
        this.run = run;
        this.stack = stack;
        this.stackFolder = stackFolder;
        this.recipients = recipients;
    }

    /**
     * A state in custody: files of mode 0600 in a folder of mode 0700.
     *
     * @param file in clear
     * @param sealed the same encrypted, where that was asked for and could be done
     * @param unsealed why it could not be encrypted, or empty
     * @param custodyRecord what may be known of it by everybody
     */
    record Kept(Path file, StateDocument document, Optional<Path> sealed, String unsealed, Path custodyRecord) {
        /** For people, without anything of its content but what names it. */
        String shown() {
            return switch (document) {
                case StateDocument.Present state ->
                    "SHA-256 " + state.sha256().substring(0, 12) + "…, lineage "
                            + state.lineageIfKnown().orElse("unknown") + ", serial "
                            + (state.serialIfKnown().isPresent()
                                    ? state.serialIfKnown().getAsLong()
                                    : "unknown");
                case StateDocument.Unusable broken -> "which cannot be read as a state: " + broken.why();
            };
        }
    }

    /** Takes what is there; empty where OpenTofu left nothing. */
    Optional<Kept> take(TofuResult result) throws IOException {
        Path errored = stackFolder.resolve(ERRORED);
        if (Files.isRegularFile(errored)) {
            byte[] content = Files.readAllBytes(errored);
            Path kept = write(content);
            // Only when the copy is whole does the first one go.
            if (Arrays.equals(content, Files.readAllBytes(kept))) {
                Files.delete(errored);
            }
            return Optional.of(keep(kept, content, new StateReader().read(content)));
        }
        if (result instanceof TofuResult.Ended ended && !ended.foreign().isEmpty()) {
            byte[] printed = String.join("\n", ended.foreign()).getBytes(StandardCharsets.UTF_8);
            StateDocument document = new StateReader().read(printed);
            if (document instanceof StateDocument.Present) {
                return Optional.of(keep(write(printed), printed, document));
            }
        }
        return Optional.empty();
    }

    private Kept keep(Path file, byte[] content, StateDocument document) throws IOException {
        Optional<Path> sealed = Optional.empty();
        String unsealed = "";
        if (recipients.isPresent()) {
            Path place = file.resolveSibling(ERRORED + "." + recipients.get().ending());
            try {
                seal(recipients.get(), file, place);
                sealed = Optional.of(place);
            } catch (IOException broken) {
                unsealed = String.valueOf(broken.getMessage());
            }
        }
        Path custodyRecord = file.resolveSibling(CustodyRecord.NAME);
        String name = sealed.map(path -> String.valueOf(path.getFileName())).orElse("");
        CustodyRecord known = CustodyRecord.of(
                stack,
                run.host().clock().instant(),
                PlanConclusion.origin(run.host()).run(),
                document,
                Sha256.hex(content),
                name);
        Files.createFile(custodyRecord, FILE);
        Files.writeString(custodyRecord, known.text());
        return new Kept(file, document, sealed, unsealed, custodyRecord);
    }

    /** Under another name until it is whole: half a file must never be offered. */
    private static void seal(Recipients recipients, Path clear, Path place) throws IOException {
        Path partial = place.resolveSibling(place.getFileName() + ".partial");
        try {
            Files.createFile(partial, FILE);
            try (InputStream in = Files.newInputStream(clear);
                    OutputStream out = Files.newOutputStream(partial)) {
                recipients.seal(in, out);
            }
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private Path write(byte[] content) throws IOException {
        Path file = folder().resolve(ERRORED);
        Files.createFile(file, FILE);
        return Files.write(file, content);
    }

    /** A new one: a report's folder may be that of an earlier run, whose custody is not ours to touch. */
    private Path folder() throws IOException {
        if (run.report().folder().isEmpty()) {
            return PlanFiles.create(run.host(), "gf-custody-").folder();
        }
        Path report = run.report().folder().get();
        Path folder = report.resolve("custody");
        for (int next = 2; Files.exists(folder); next++) {
            folder = report.resolve("custody-" + next);
        }
        return Files.createDirectory(folder, FOLDER);
    }
}
