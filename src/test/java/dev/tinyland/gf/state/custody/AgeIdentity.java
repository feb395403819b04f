package dev.tinyland.gf.state.custody;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;

/** An identity of age, made for one test. */
public record AgeIdentity(String recipient, String secret) {
    public static AgeIdentity make() throws GeneralSecurityException {
        KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
        return new AgeIdentity(
                pair.getPublic().toString(), new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII));
    }
}
