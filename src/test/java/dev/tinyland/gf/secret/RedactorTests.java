package dev.tinyland.gf.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactorTests {
    private static final String TOKEN = "s3cr3t/Token+\"with\\signs\" & <more>=";

    @Test
    void aSecretPrintsAsStars() {
        assertEquals("***", Secret.of(TOKEN).toString());
        assertEquals("x ***", "x " + Secret.of(TOKEN));
    }

    @Test
    void everyWrittenFormIsTakenOut() {
        Redactor redactor = taught(TOKEN);
        byte[] bytes = TOKEN.getBytes(StandardCharsets.UTF_8);
        List<String> forms = List.of(
                TOKEN,
                "s3cr3t/Token+\\\"with\\\\signs\\\" & <more>=",
                "s3cr3t\\/Token+\\\"with\\\\signs\\\" & <more>=",
                // As jsonencode writes it, and both as a string of JSON.
                "s3cr3t/Token+\\\"with\\\\signs\\\" \\u0026 \\u003cmore\\u003e=",
                "s3cr3t/Token+\\\\\\\"with\\\\\\\\signs\\\\\\\" & <more>=",
                "s3cr3t/Token+\\\\\\\"with\\\\\\\\signs\\\\\\\" \\\\u0026 \\\\u003cmore\\\\u003e=",
                URLEncoder.encode(TOKEN, StandardCharsets.UTF_8),
                "s3cr3t%2fToken%2b%22with%5csigns%22%20%26%20%3cmore%3e%3d",
                "s3cr3t/Token+&quot;with\\signs&quot; &amp; &lt;more&gt;=",
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().encodeToString(bytes),
                Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(bytes));
        for (String form : forms) {
            String redacted = redactor.redact("before " + form + " after");
            assertTrue(redacted.startsWith("before ***") && redacted.endsWith(" after"), redacted);
            assertFalse(redacted.contains("Token"), redacted);
        }
    }

    @Test
    void base64OfALongerTextIsFoundAtEachAlignment() {
        Redactor redactor = taught("correct-horse-battery-staple");
        for (String prefix : List.of("", "a", "ab", "abc", "abcd")) {
            for (String suffix : List.of("", "z", "zy", "zyx")) {
                String text = prefix + "correct-horse-battery-staple" + suffix;
                String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
                String redacted = redactor.redact(encoded);
                String core = encoded.substring(8, encoded.length() - 8);
                assertFalse(redacted.contains(core), () -> prefix + "|" + suffix + " " + redacted);
                assertTrue(redacted.contains("***"));
            }
        }
    }

    @Test
    void eachLineOfASecretOfSeveralLinesIsOne() {
        Redactor redactor = taught("first-line-of-key\r\nsecond-line-of-key\n");
        assertEquals("a *** b", redactor.redact("a second-line-of-key b"));
        assertEquals(
                "***\n***",
                redactor.redact("first-line-of-key\nsecond-line-of-key\n").strip());
    }

    @Test
    void shortSecretsAreHiddenOnlyWhereTheyStandAlone() {
        Redactor redactor = taught("tofu");
        assertEquals("password=*** for tofus", redactor.redact("password=tofu for tofus"));
    }

    @Test
    void overlappingSecretsLeaveNothing() {
        Redactor redactor = taught("abcdefghij");
        redactor.learn(Secret.of("ghijklmnop"));
        assertEquals("***", redactor.redact("abcdefghijklmnop"));
    }

    @Test
    void whatCannotBeVouchedForIsNotReturned() {
        Redactor redactor = taught("abcdefghij");
        String tooLong = "x".repeat(64 * 1024 * 1024 + 1);
        assertThrows(RedactionFailedException.class, () -> redactor.redact(tooLong));
    }

    @Test
    void aRedactedTextHoldsNoSecretForRandomSecretsAndTexts() {
        Random random = new Random(5);
        int planted = 0;
        for (int round = 0; round < 2_000; round++) {
            Redactor redactor = new Redactor();
            StringBuilder text = new StringBuilder();
            String secret = randomText(random, 8 + random.nextInt(40));
            redactor.learn(Secret.of(secret));
            for (int piece = 0; piece < 4; piece++) {
                text.append(randomText(random, random.nextInt(30)));
                text.append(
                        random.nextBoolean()
                                ? secret
                                : Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
                planted++;
            }
            String redacted = redactor.redact(text.toString());
            assertFalse(redacted.contains(secret));
            assertFalse(redactor.finds(redacted));
        }
        System.out.println("RedactorTests: " + planted + " planted secrets, none left");
    }

    private static String randomText(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (0x20 + random.nextInt(0x5f)));
        }
        return text.toString();
    }

    private static Redactor taught(String secret) {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of(secret));
        return redactor;
    }
}
