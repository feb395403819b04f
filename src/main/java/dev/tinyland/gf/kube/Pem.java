package dev.tinyland.gf.kube;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM text (RFC 7468).
 *
 * @param label such as {@code CERTIFICATE} or {@code EC PRIVATE KEY}
 */
record Pem(String label, List<Byte> content) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    Pem {
        content = List.copyOf(content);
    }

    /** The blocks of Base64 of PEM text, as a kubeconfig carries them; empty when it is not that. */
    static Optional<List<Pem>> ofData(String data) {
        try {
            byte[] decoded = Base64.getDecoder().decode(data.replaceAll("\\s+", ""));
            return Optional.of(of(new String(decoded, StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static List<Pem> of(String text) {
        List<Pem> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(matcher.group(2));
            List<Byte> content = new ArrayList<>(bytes.length);
            for (byte b : bytes) {
                content.add(b);
            }
            blocks.add(new Pem(matcher.group(1), content));
        }
        return blocks;
    }

    byte[] bytes() {
        byte[] bytes = new byte[content.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = content.get(i);
        }
        return bytes;
    }
}
