package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.tofu.run.TofuResult;
import dev.tinyland.gf.tofu.state.StateDocument;
import dev.tinyland.gf.tofu.state.StateReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Keeps what OpenTofu could not write to its backend: {@code errored.tfstate} in the folder it ran in, or the state it
 * printed where it could not even write that. It is the only copy of what an apply did, and holds every secret in clear.
 */
final class Custody {
    static final String ERRORED = "errored.tfstate";

    private final Run run;
    private final Path stackFolder;

    Custody(Run run, Path stackFolder) {
        this.run = run;
        this.stackFolder = stackFolder;
    }

    /** A state in custody: a file of mode 0600 in a folder of mode 0700. */
    record Kept(Path file, StateDocument document) {
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
            if (java.util.Arrays.equals(content, Files.readAllBytes(kept))) {
                Files.delete(errored);
            }
            return Optional.of(new Kept(kept, new StateReader().read(content)));
        }
        if (result instanceof TofuResult.Ended ended && !ended.foreign().isEmpty()) {
            byte[] printed = String.join("\n", ended.foreign()).getBytes(StandardCharsets.UTF_8);
            StateDocument document = new StateReader().read(printed);
            if (document instanceof StateDocument.Present) {
                return Optional.of(new Kept(write(printed), document));
            }
        }
        return Optional.empty();
    }

    private Path write(byte[] content) throws IOException {
        Path folder = run.report().folder().isPresent()
                ? Files.createDirectories(
                        run.report().folder().get().resolve("custody"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : PlanFiles.create(run.host(), "gf-custody-").folder();
        Path file = folder.resolve(ERRORED);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, content);
    }
}
