package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Inputs;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.state.custody.RecipientReader;
import dev.tinyland.gf.state.custody.Recipients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The inputs of {@code tofu-apply} beside those of the preflight; a picocli mixin. */
final class ApplyOptions extends StateOptions {
    @Option(
            names = "--plan-file",
            paramLabel = "FILE",
            description = "The reviewed plan, output plan-file of tofu-plan.")
    private @Nullable Path planFile;

    @Option(names = "--plan-meta", paramLabel = "FILE", description = "Its plan.meta.json, output plan-meta.")
    private @Nullable Path planMeta;

    @Option(names = "--confirm", paramLabel = "PHRASE", description = "The phrase apply-STACK.")
    private @Nullable String confirm;

    @Option(
            names = "--expect-head-sha",
            paramLabel = "SHA",
            description = "The commit that was reviewed. Default: the commit of this run.")
    private @Nullable String expectedSha;

    @Option(
            names = "--max-age",
            paramLabel = "TIME",
            defaultValue = "24h",
            description = "How old the plan may be. Default: 24h.")
    private String maximumAge = "24h";

    @Option(
            names = "--allow-greenfield",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "An empty state is meant; said again here.")
    private boolean allowGreenfield;

    @Option(
            names = "--recovery-recipient",
            paramLabel = "KEYS",
            description =
                    "Whom a state that could not be written is encrypted to: age1..., an OpenPGP public key, or a file"
                            + " of them.")
    private @Nullable String recoveryRecipient;

    @Option(
            names = "--custody",
            paramLabel = "FOLDER",
            description = "What earlier applies left in custody; none of it may be missing in the store.")
    private @Nullable Path custody;

    Path planFile(Run run) {
        return file(run, "plan-file", planFile);
    }

    byte[] planMeta(Run run) throws IOException {
        return Files.readAllBytes(file(run, "plan-meta", planMeta));
    }

    Optional<String> confirm() {
        return Optional.ofNullable(confirm).map(String::strip).filter(text -> !text.isEmpty());
    }

    Optional<String> expectedSha() {
        return Optional.ofNullable(expectedSha).map(String::strip).filter(text -> !text.isEmpty());
    }

    Duration maximumAge() {
        return Inputs.duration("max-age", maximumAge);
    }

    boolean allowGreenfield() {
        return allowGreenfield;
    }

    /** Whom to encrypt to; tried, so that a key of no use is refused before anything is applied. */
    Optional<Recipients> recipients(Run run) throws IOException {
        if (recoveryRecipient == null || recoveryRecipient.isBlank()) {
            return Optional.empty();
        }
        if (RecipientReader.holdsPrivateKey(recoveryRecipient)) {
            recoveryRecipient
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Secret::of)
                    .forEach(run::protect);
        }
        return Optional.of(RecipientReader.read(
                "recovery-recipient",
                recoveryRecipient,
                run.directory(),
                run.host().clock().instant()));
    }

    /** The folder named, which need not be there: then nothing is in custody. */
    Optional<Path> custody(Run run) {
        return Optional.ofNullable(custody)
                .filter(path -> !path.toString().isBlank())
                .map(run::resolve);
    }

    private static Path file(Run run, String input, @Nullable Path path) {
        if (path == null) {
            throw new InputException(input, input + " is required; it is an output of tofu-plan");
        }
        Path file = run.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new InputException(input, input + " names no file");
        }
        return file;
    }
}
