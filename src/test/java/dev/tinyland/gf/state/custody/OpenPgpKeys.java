package dev.tinyland.gf.state.custody;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.SignatureParameters;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;

/** OpenPGP keys made for one test, of the version that GnuPG makes. */
final class OpenPgpKeys {
    private static final int VERSION = 4;
    private static final BcOpenPGPApi API = new BcOpenPGPApi();

    private OpenPgpKeys() {}

    static OpenPGPKey usual(Instant made) throws PGPException {
        return API.generateKey(VERSION, Date.from(made))
                .ed25519x25519Key("Recovery <recovery@example.org>")
                .build();
    }

    /** One whose key for encryption ends; the primary key stays. */
    static OpenPGPKey ending(Instant made, long seconds) throws PGPException {
        return API.generateKey(VERSION, Date.from(made))
                .withPrimaryKey(PGPKeyPairGenerator::generateEd25519KeyPair)
                .addUserId("Ending <ending@example.org>")
                .addEncryptionSubkey(
                        PGPKeyPairGenerator::generateX25519KeyPair,
                        SignatureParameters.Callback.Util.modifyHashedSubpackets(packets -> {
                            packets.setKeyExpirationTime(true, seconds);
                            return packets;
                        }))
                .build();
    }

    static OpenPGPKey signingOnly(Instant made) throws PGPException {
        return API.generateKey(VERSION, Date.from(made))
                .signOnlyKey()
                .addUserId("Signer <signer@example.org>")
                .build();
    }

    static OpenPGPKey revoked(OpenPGPKey key) throws PGPException {
        return API.editKey(key).revokeKey().done();
    }

    /** One whose every key for encryption is revoked, while the key itself is not. */
    static OpenPGPKey withoutItsSubkey(OpenPGPKey key) throws PGPException {
        var editor = API.editKey(key);
        for (OpenPGPComponentKey subkey : key.getEncryptionKeys()) {
            editor.revokeComponentKey(subkey);
        }
        return editor.done();
    }

    static String armoured(OpenPGPKey key) throws IOException {
        return key.toCertificate().toAsciiArmoredString();
    }
}
