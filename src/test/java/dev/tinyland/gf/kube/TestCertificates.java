package dev.tinyland.gf.kube;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;

/** Self-signed certificates and keys in the forms that kubeconfigs carry. */
public final class TestCertificates {
    private TestCertificates() {}

    public static KeyPair ecKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair rsaKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair edKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Base64 of PEM of a self-signed certificate. */
    public static String certificate(KeyPair keys, String name, Instant from, Instant to) {
        return Base64.getEncoder()
                .encodeToString(
                        pem("CERTIFICATE", encoded(keys, name, from, to)).getBytes(StandardCharsets.UTF_8));
    }

    /** Base64 of PEM of the private key in PKCS #8. */
    public static String pkcs8(KeyPair keys) {
        return data("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** Base64 of PEM of the private key as PKCS #1 or SEC 1, which is the octet string inside PKCS #8. */
    public static String traditional(KeyPair keys) {
        byte[] pkcs8 = keys.getPrivate().getEncoded();
        int at = contentStart(pkcs8, 0);
        at = end(pkcs8, at);
        at = end(pkcs8, at);
        byte[] inner = Arrays.copyOfRange(pkcs8, contentStart(pkcs8, at), end(pkcs8, at));
        return data(keys.getPrivate().getAlgorithm() + " PRIVATE KEY", inner);
    }

    private static String data(String label, byte[] content) {
        return Base64.getEncoder().encodeToString(pem(label, content).getBytes(StandardCharsets.UTF_8));
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    private static byte[] encoded(KeyPair keys, String name, Instant from, Instant to) {
        String algorithm = keys.getPublic().getAlgorithm();
        byte[] identifier = switch (algorithm) {
            case "RSA" -> hex("300d06092a864886f70d01010b0500");
            case "EC" -> hex("300a06082a8648ce3d040302");
            default -> hex("300506032b6570");
        };
        String signature = switch (algorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "Ed25519";
        };
        byte[] commonName =
                element(0x30, concat(hex("0603550403"), element(0x0c, name.getBytes(StandardCharsets.UTF_8))));
        byte[] distinguished = element(0x30, element(0x31, commonName));
        byte[] validity = element(0x30, concat(time(from), time(to)));
        byte[] body = element(
                0x30,
                concat(
                        hex("a003020102"),
                        element(0x02, BigInteger.valueOf(from.getEpochSecond()).toByteArray()),
                        identifier,
                        distinguished,
                        validity,
                        distinguished,
                        keys.getPublic().getEncoded()));
        try {
            Signature signer = Signature.getInstance(signature);
            signer.initSign(keys.getPrivate());
            signer.update(body);
            return element(0x30, concat(body, identifier, element(0x03, concat(new byte[] {0}, signer.sign()))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] time(Instant instant) {
        String text = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(instant);
        return element(0x18, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static int contentStart(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int end(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        int length = first;
        if (first >= 0x80) {
            length = 0;
            for (int i = 0; i < (first & 0x7f); i++) {
                length = (length << 8) | (der[at + 2 + i] & 0xff);
            }
        }
        return contentStart(der, at) + length;
    }

    private static byte[] hex(String text) {
        return java.util.HexFormat.of().parseHex(text);
    }
}
