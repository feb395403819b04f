package dev.tinyland.gf.access;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tinyland.gf.actions.TestHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Looks for planted credentials in everything a run leaves behind, and counts what it looked at. */
final class Leaks {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Random random;
    long runs;
    long planted;
    long bytes;

    Leaks(long seed) {
        this.random = new Random(seed);
    }

    /** A credential of letters, digits and some of the extra characters. */
    String credential(String extra) {
        StringBuilder text = new StringBuilder();
        int length = 10 + random.nextInt(50);
        for (int i = 0; i < length; i++) {
            String from = !extra.isEmpty() && random.nextInt(6) == 0 && i > 0 && i < length - 1 ? extra : ALPHABET;
            text.append(from.charAt(random.nextInt(from.length())));
        }
        planted++;
        return text.toString();
    }

    int choose(int bound) {
        return random.nextInt(bound);
    }

    boolean sometimes(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    byte[] someBytes(int count) {
        byte[] some = new byte[count];
        random.nextBytes(some);
        return some;
    }

    /** Fails when a credential, its Base64 or a piece of it stands anywhere but in masks and in the file that is meant to hold it. */
    void search(TestHost host, Path folder, List<String> credentials) throws IOException {
        runs++;
        Map<String, String> outputs = host.outputs();
        List<Path> meant = Optional.ofNullable(outputs.get("path"))
                .map(Path::of)
                .map(List::of)
                .orElse(List.of());
        String everything = host.everything(meant).replaceAll("(?m)^::add-mask::.*$", "");
        bytes += everything.length();
        for (String credential : credentials) {
            assertFalse(everything.contains(credential), () -> "planted: " + credential + "\n" + everything);
            byte[] raw = credential.getBytes(StandardCharsets.UTF_8);
            for (int shift = 0; shift < 3; shift++) {
                byte[] shifted = new byte[raw.length + shift];
                System.arraycopy(raw, 0, shifted, shift, raw.length);
                String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                String core = encoded.substring(shift == 0 ? 0 : shift + 1, encoded.length() - 1);
                assertFalse(everything.contains(core), () -> "Base64 of planted: " + credential + "\n" + everything);
            }
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                if (!entry.equals(folder)) {
                    Files.delete(entry);
                }
            }
        }
    }

    String counted(String what) {
        return "LeakTests: " + runs + " " + what + ", " + planted + " planted credentials, " + bytes
                + " characters searched for each and for its Base64 at three alignments";
    }
}
