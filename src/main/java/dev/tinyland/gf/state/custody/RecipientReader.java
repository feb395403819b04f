package dev.tinyland.gf.state.custody;

import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import dev.tinyland.gf.actions.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPKeyReader;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPImplementation;
import org.jspecify.annotations.Nullable;

/**
 * Reads recipients: age recipients ({@code age1…}), armoured OpenPGP public keys, or files that hold either; one or several,
 * by line. Lines that begin with {@code #} are comments.
 */
public final class RecipientReader {
    private static final int LARGEST_FILE = 1024 * 1024;
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN PGP PUBLIC KEY BLOCK-----.*?-----END PGP PUBLIC KEY BLOCK-----", Pattern.DOTALL);

    /** The data part of an age recipient has no digit 1, so whatever stands before the last one names the kind. */
    private static final Pattern AGE = Pattern.compile("age1[^1]*");

    private static final String WANTED =
            "give an age recipient (age1…, printed by age-keygen), an armoured OpenPGP public key, or a file with one";

    private final String input;
    private final Path directory;
    private final Instant now;
    private final Set<String> age = new LinkedHashSet<>();
    private final List<OpenPGPCertificate> certificates = new ArrayList<>();

    private RecipientReader(String input, Path directory, Instant now) {
        this.input = input;
        this.directory = directory;
        this.now = now;
    }

    /** Whether a text holds a private key, which must not be shown to anybody. */
    public static boolean holdsPrivateKey(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.contains("AGE-SECRET-KEY-") || upper.contains("PRIVATE KEY");
    }

    /**
     * Reads, and encrypts a few bytes to all of them, so that what is refused is refused now.
     *
     * @param input its name, for what is said
     * @param directory where relative names of files start
     * @param now decides which keys have expired
     * @throws InputException where one cannot be encrypted to
     */
    public static Recipients read(String input, String text, Path directory, Instant now) throws IOException {
        RecipientReader reader = new RecipientReader(input, directory, now);
        reader.take(text, true);
        Recipients recipients = reader.recipients();
        try {
            recipients.seal(new ByteArrayInputStream(new byte[] {'x'}), OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw reader.refused(String.valueOf(e.getMessage()));
        }
        return recipients;
    }

    private Recipients recipients() {
        if (!age.isEmpty() && !certificates.isEmpty()) {
            throw refused("age recipients and OpenPGP keys cannot share one file: give recipients of one kind");
        }
        if (age.isEmpty() && certificates.isEmpty()) {
            throw refused("there is no recipient in it; " + WANTED);
        }
        return certificates.isEmpty() ? new AgeRecipients(List.copyOf(age)) : new OpenPgpRecipients(certificates, now);
    }

    private void take(String text, boolean files) throws IOException {
        if (holdsPrivateKey(text)) {
            throw refused(
                    "it holds a private key, which must never leave its owner: replace that key, and give the public"
                            + " one");
        }
        Matcher blocks = BLOCK.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (blocks.find()) {
            certificates(blocks.group());
            blocks.appendReplacement(rest, "\n");
        }
        blocks.appendTail(rest);
        if (rest.indexOf("-----BEGIN PGP") >= 0) {
            throw refused("an OpenPGP block in it is no whole public key; export it with gpg --armor --export KEY");
        }
        for (String line : rest.toString().split("\\R")) {
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                line(line.strip(), files);
            }
        }
    }

    private void line(String line, boolean files) throws IOException {
        Path file = file(line);
        if (files && file != null && Files.isRegularFile(file)) {
            byte[] content = Files.size(file) > LARGEST_FILE ? new byte[0] : Files.readAllBytes(file);
            if (content.length == 0 || content[0] < 0) {
                throw refused("the file " + line + " is no text of at most 1 MiB; export the key with gpg --armor"
                        + " --export KEY");
            }
            take(new String(content, StandardCharsets.UTF_8), false);
            return;
        }
        for (String one : line.split(",")) {
            if (!one.isBlank()) {
                single(one.strip());
            }
        }
    }

    private @Nullable Path file(String line) {
        try {
            return directory.resolve(line);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private void single(String recipient) {
        String lower = recipient.toLowerCase(Locale.ROOT);
        if (lower.startsWith("ssh-") || lower.startsWith("ecdsa-") || lower.startsWith("sk-")) {
            throw refused("SSH keys are no recipients here; " + WANTED);
        }
        if (!lower.startsWith("age1")) {
            String shown = recipient.length() > 60 ? recipient.substring(0, 60) + "…" : recipient;
            throw refused("'" + shown + "' is neither a recipient nor a file; " + WANTED);
        }
        if (!AGE.matcher(lower).matches()) {
            throw refused("'" + lower.substring(0, lower.lastIndexOf('1') + 1)
                    + "…' is a recipient of a plugin or of another kind of key; only X25519 (age1…, printed by"
                    + " age-keygen) can be encrypted to");
        }
        try {
            X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused("'" + recipient + "' is no age recipient: a character is wrong or missing");
        }
        age.add(recipient);
    }

    private void certificates(String block) throws IOException {
        List<OpenPGPCertificate> found;
        try {
            found = new OpenPGPKeyReader(new BcOpenPGPImplementation()).parseCertificates(block);
        } catch (IOException | RuntimeException e) {
            throw refused("an OpenPGP block in it cannot be read; export it with gpg --armor --export KEY");
        }
        if (found.isEmpty()) {
            throw refused("an OpenPGP block in it holds no public key; export it with gpg --armor --export KEY");
        }
        for (OpenPGPCertificate certificate : found) {
            if (OpenPgpRecipients.encryptionKeys(certificate, now).isEmpty()) {
                throw refused("the OpenPGP key "
                        + certificate.getPrettyFingerprint().replaceAll("\\s+", "")
                        + " has no key for encryption that is neither expired nor revoked; renew it, export it again,"
                        + " or give another");
            }
            certificates.add(certificate);
        }
    }

    private InputException refused(String why) {
        return new InputException(input, input + ": " + why);
    }
}
