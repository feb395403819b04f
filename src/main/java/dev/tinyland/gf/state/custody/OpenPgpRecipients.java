package dev.tinyland.gf.state.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPMessageGenerator;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPImplementation;

/**
 * Recipients of OpenPGP: certificates that have a subkey for encryption which is bound to them, not revoked and not expired.
 * Format: RFC 9580, in the form that the certificate's features ask for, which for the keys of GnuPG is that of RFC 4880.
 */
record OpenPgpRecipients(List<OpenPGPCertificate> certificates, Instant when) implements Recipients {
    OpenPgpRecipients {
        certificates = List.copyOf(certificates);
    }

    /** The keys of a certificate that may be encrypted to at a moment; empty where there are none. */
    static List<OpenPGPComponentKey> encryptionKeys(OpenPGPCertificate certificate, Instant when) {
        return certificate.getEncryptionKeys(Date.from(when));
    }

    @Override
    public String ending() {
        return "gpg";
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (OpenPGPCertificate certificate : certificates) {
            names.add(certificate.getPrettyFingerprint().replaceAll("\\s+", ""));
        }
        return names;
    }

    @Override
    public String opening(String sealed, String clear) {
        return "gpg --output " + clear + " --decrypt " + sealed;
    }

    @Override
    public void seal(InputStream clear, OutputStream sealed) throws IOException {
        try {
            OpenPGPMessageGenerator generator = new OpenPGPMessageGenerator(new BcOpenPGPImplementation());
            generator.setArmored(false);
            for (OpenPGPCertificate certificate : certificates) {
                generator.addEncryptionCertificate(certificate, (of, _) -> encryptionKeys(of, when));
            }
            try (OutputStream message = generator.open(sealed)) {
                clear.transferTo(message);
            }
        } catch (PGPException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException("an OpenPGP key cannot be encrypted to: " + e.getMessage(), e);
        }
    }
}
