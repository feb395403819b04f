package dev.tinyland.gf.state.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import dev.tinyland.gf.actions.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.OpenPGPMessageProcessor;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPImplementation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a state can be encrypted to, and that each of them can open it and nobody else. */
class RecipientsTests {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant MADE = NOW.minus(Duration.ofDays(30));

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
    void eachAgeRecipientOpensWhatWasSealed(int size) throws Exception {
        byte[] clear = bytes(size);
        AgeIdentity one = AgeIdentity.make();
        AgeIdentity two = AgeIdentity.make();
        Recipients recipients = read(one.recipient() + "\n# the other one\n" + two.recipient() + "\n");
        assertEquals(List.of(one.recipient(), two.recipient()), recipients.names());
        assertEquals("age", recipients.ending());
        byte[] sealed = seal(recipients, clear);
        assertArrayEquals(clear, open(one, sealed));
        assertArrayEquals(clear, open(two, sealed));
        assertThrows(Exception.class, () -> open(AgeIdentity.make(), sealed));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000})
    void eachOpenPgpRecipientOpensWhatWasSealed(int size) throws Exception {
        byte[] clear = bytes(size);
        OpenPGPKey one = OpenPgpKeys.usual(MADE);
        OpenPGPKey two = OpenPgpKeys.usual(MADE);
        Recipients recipients = read(OpenPgpKeys.armoured(one) + OpenPgpKeys.armoured(two));
        assertEquals(2, recipients.names().size());
        assertTrue(recipients.names().getFirst().matches("[0-9A-F]{40}"), recipients.names()::toString);
        byte[] sealed = seal(recipients, clear);
        assertArrayEquals(clear, open(one, sealed));
        assertArrayEquals(clear, open(two, sealed));
        assertThrows(Exception.class, () -> open(OpenPgpKeys.usual(MADE), sealed));
    }

    @Test
    void theSameClearTextIsNeverSealedTheSame() throws Exception {
        Recipients age = read(AgeIdentity.make().recipient());
        byte[] clear = "secret".getBytes(StandardCharsets.UTF_8);
        assertFalse(java.util.Arrays.equals(seal(age, clear), seal(age, clear)));
        assertFalse(new String(seal(age, clear), StandardCharsets.ISO_8859_1).contains("secret"));
    }

    @Test
    void severalStandOnOneLineAndInFiles() throws Exception {
        AgeIdentity one = AgeIdentity.make();
        AgeIdentity two = AgeIdentity.make();
        AgeIdentity three = AgeIdentity.make();
        Files.writeString(folder.resolve("team.txt"), "# team\n" + three.recipient() + "\n");
        assertEquals(
                List.of(one.recipient(), two.recipient(), three.recipient()),
                read(one.recipient() + ", " + two.recipient() + "\nteam.txt\n").names());
        Path key = Files.writeString(folder.resolve("key.asc"), OpenPgpKeys.armoured(OpenPgpKeys.usual(MADE)));
        assertEquals(1, read(key.toString()).names().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                                  | there is no recipient in it
        ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE me@here      | SSH keys are no recipients here
        age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9     | a recipient of a plugin
        age1tag1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9         | a recipient of a plugin
        age1qyqszqgpqyqszqgpqyqszqgp                         | is no age recipient
        nothing-like-it                                      | neither a recipient nor a file
        -----BEGIN PGP PUBLIC KEY BLOCK-----                 | no whole public key
        """)
    void refusesWhatItCannotEncryptTo(String text, String why) {
        refused(text, why);
    }

    @Test
    void refusesAnAgeRecipientWithOneWrongLetter() throws Exception {
        String good = AgeIdentity.make().recipient();
        char last = good.charAt(good.length() - 1);
        refused(good.substring(0, good.length() - 1) + (last == 'q' ? 'p' : 'q'), "a character is wrong");
    }

    @Test
    void refusesAPrivateKeyAndDoesNotRepeatIt() throws Exception {
        AgeIdentity identity = AgeIdentity.make();
        String secret = identity.secret();
        assertTrue(RecipientReader.holdsPrivateKey(secret));
        InputException thrown = refused(secret, "it holds a private key");
        assertFalse(String.valueOf(thrown.getMessage()).contains(secret.substring(20)), thrown::getMessage);
        refused(OpenPgpKeys.usual(MADE).toAsciiArmoredString(), "it holds a private key");
        Files.writeString(folder.resolve("identity.txt"), secret);
        refused("identity.txt", "it holds a private key");
    }

    @Test
    void refusesAnOpenPgpKeyThatHasExpiredAndTakesItTheDayBefore() throws Exception {
        String key = OpenPgpKeys.armoured(
                OpenPgpKeys.ending(MADE, Duration.ofDays(30).toSeconds()));
        assertEquals(
                1,
                RecipientReader.read("recovery-recipient", key, folder, NOW.minus(Duration.ofDays(1)))
                        .names()
                        .size());
        InputException thrown = assertThrows(
                InputException.class,
                () -> RecipientReader.read("recovery-recipient", key, folder, NOW.plus(Duration.ofDays(1))));
        assertTrue(String.valueOf(thrown.getMessage()).contains("neither expired nor revoked"), thrown::getMessage);
    }

    @Test
    void refusesARevokedKeyARevokedSubkeyAndOneThatOnlySigns() throws Exception {
        OpenPGPKey key = OpenPgpKeys.usual(MADE);
        refused(OpenPgpKeys.armoured(OpenPgpKeys.revoked(key)), "neither expired nor revoked");
        refused(OpenPgpKeys.armoured(OpenPgpKeys.withoutItsSubkey(key)), "neither expired nor revoked");
        refused(OpenPgpKeys.armoured(OpenPgpKeys.signingOnly(MADE)), "neither expired nor revoked");
    }

    @Test
    void refusesABrokenBlockABinaryFileAndAMixture() throws Exception {
        String key = OpenPgpKeys.armoured(OpenPgpKeys.usual(MADE));
        refused(key.replaceFirst("\n\n.{20}", "\n\n"), "cannot be read");
        Files.write(folder.resolve("key.gpg"), new byte[] {(byte) 0x99, 1, 2, 3});
        refused("key.gpg", "is no text");
        refused(key + "\n" + AgeIdentity.make().recipient(), "cannot share one file");
    }

    private Recipients read(String text) throws IOException {
        return RecipientReader.read("recovery-recipient", text, folder, NOW);
    }

    private InputException refused(String text, String why) {
        InputException thrown = assertThrows(InputException.class, () -> read(text));
        assertTrue(String.valueOf(thrown.getMessage()).contains(why), thrown::getMessage);
        assertTrue(String.valueOf(thrown.getMessage()).startsWith("recovery-recipient"), thrown::getMessage);
        return thrown;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] seal(Recipients recipients, byte[] clear) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        recipients.seal(new ByteArrayInputStream(clear), sealed);
        return sealed.toByteArray();
    }

    private static byte[] open(AgeIdentity identity, byte[] sealed) throws Exception {
        var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity.secret());
        try (InputStream clear = Channels.newInputStream(new StandardDecryptingChannelFactory()
                .newDecryptingChannel(Channels.newChannel(new ByteArrayInputStream(sealed)), List.of(reader)))) {
            return clear.readAllBytes();
        }
    }

    private static byte[] open(OpenPGPKey key, byte[] sealed) throws Exception {
        try (InputStream clear = new OpenPGPMessageProcessor(new BcOpenPGPImplementation())
                .addDecryptionKey(key)
                .process(new ByteArrayInputStream(sealed))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            OutputStream target = out;
            clear.transferTo(target);
            return out.toByteArray();
        }
    }
}
