package dev.tinyland.gf.kube;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads certificates and keys in the forms kubeconfigs carry: X.509, PKCS #8, PKCS #1 and SEC 1. */
public final class Certificates {
    private Certificates() {}

    /** The certificates in Base64 of PEM; empty when there are none, or one cannot be read. */
    public static List<X509Certificate> ofData(String data) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Pem block : Pem.ofData(data).orElse(List.of())) {
            if (block.label().equals("CERTIFICATE")) {
                try {
                    certificates.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(block.bytes())));
                } catch (CertificateException unreadable) {
                    return List.of();
                }
            }
        }
        return certificates;
    }

    /** Whether the key in Base64 of PEM is the certificate's; empty when it is no key that can be read. */
    public static Optional<Boolean> keyMatches(String keyData, X509Certificate certificate) {
        Optional<Pem> block = Pem.ofData(keyData).orElse(List.of()).stream()
                .filter(pem -> pem.label().endsWith("PRIVATE KEY"))
                .findFirst();
        if (block.isEmpty()) {
            return Optional.empty();
        }
        PublicKey publicKey = certificate.getPublicKey();
        try {
            byte[] encoded = block.get().label().equals("PRIVATE KEY")
                    ? block.get().bytes()
                    : wrapped(block.get().bytes(), algorithm(publicKey.getEncoded()));
            PrivateKey key =
                    KeyFactory.getInstance(publicKey.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return Optional.of(signsFor(key, publicKey));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean signsFor(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
        String algorithm = switch (publicKey.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> publicKey.getAlgorithm();
        };
        byte[] probe = {1, 2, 3, 4};
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(key);
        signer.update(probe);
        byte[] signature = signer.sign();
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(publicKey);
        verifier.update(probe);
        try {
            return verifier.verify(signature);
        } catch (java.security.SignatureException differentSize) {
            return false;
        }
    }

    /** PKCS #8 around an older form: version 0, the algorithm of the public key, the key itself. */
    private static byte[] wrapped(byte[] key, byte[] algorithm) {
        byte[] version = {2, 1, 0};
        return element(0x30, concatenated(version, algorithm, element(0x04, key)));
    }

    /** The algorithm identifier of an encoded public key: the first element inside its outer sequence. */
    private static byte[] algorithm(byte[] subjectPublicKeyInfo) {
        int start = contentStart(subjectPublicKeyInfo, 0);
        int content = contentStart(subjectPublicKeyInfo, start);
        return Arrays.copyOfRange(subjectPublicKeyInfo, start, content + length(subjectPublicKeyInfo, start));
    }

    private static int contentStart(byte[] der, int element) {
        int first = der[element + 1] & 0xff;
        return element + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int element) {
        int first = der[element + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (der[element + 2 + i] & 0xff);
        }
        return length;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            int bytes = content.length < 0x100 ? 1 : content.length < 0x10000 ? 2 : 3;
            out.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                out.write(content.length >> (8 * i));
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
