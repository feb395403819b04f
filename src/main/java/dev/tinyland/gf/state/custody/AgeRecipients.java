package dev.tinyland.gf.state.custody;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Recipients of age, X25519 only. Format: age-encryption.org/v1. */
record AgeRecipients(List<String> names) implements Recipients {
    private static final int CHUNK = 64 * 1024;

    AgeRecipients {
        names = List.copyOf(names);
    }

    @Override
    public String ending() {
        return "age";
    }

    @Override
    public String opening(String sealed, String clear) {
        return "age --decrypt --identity KEY.txt --output " + clear + " " + sealed;
    }

    @Override
    public void seal(InputStream clear, OutputStream sealed) throws IOException {
        List<RecipientStanzaWriter> writers = new ArrayList<>();
        try {
            for (String name : names) {
                writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(name));
            }
            try (WritableByteChannel channel =
                    new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(sealed), writers)) {
                byte[] chunk = new byte[CHUNK];
                for (int read = clear.readNBytes(chunk, 0, CHUNK); read > 0; read = clear.readNBytes(chunk, 0, CHUNK)) {
                    ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read);
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("an age recipient cannot be encrypted to: " + e.getMessage(), e);
        }
    }
}
