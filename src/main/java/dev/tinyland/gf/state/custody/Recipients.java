package dev.tinyland.gf.state.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Whoever can read what is sealed: holders of private keys. Only their public keys are here. */
public sealed interface Recipients permits AgeRecipients, OpenPgpRecipients {
    /** What a sealed file's name ends in, without the dot. */
    String ending();

    /** For people: the public keys, or their fingerprints. */
    List<String> names();

    /** How a holder of a private key opens a sealed file; a command with the two files' names in it. */
    String opening(String sealed, String clear);

    /**
     * Seals a stream, to its end, so that each of the recipients can open it and nobody else.
     *
     * @throws IOException where a stream broke, or the library refuses a key after all; nothing that was written is of use
     */
    void seal(InputStream clear, OutputStream sealed) throws IOException;
}
