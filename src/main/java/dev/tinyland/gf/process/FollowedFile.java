package dev.tinyland.gf.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A file that a process writes, read as it grows, to what the process had written when it ended. */
final class FollowedFile extends InputStream {
    private static final long PAUSE_MILLIS = 50;

    private final Path file;
    private final Process process;
    private @Nullable InputStream opened;

    FollowedFile(Path file, Process process) {
        this.file = file;
        this.process = process;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        InputStream in = opened == null ? Files.newInputStream(file) : opened;
        opened = in;
        while (true) {
            // Asked first: what is written between the question and an end of the file is read in the next round.
            boolean alive = process.isAlive();
            int count = in.read(buffer, offset, length);
            if (count > 0 || length == 0) {
                return count;
            }
            if (!alive) {
                return -1;
            }
            await();
        }
    }

    private void await() throws IOException {
        try {
            process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while following a process");
        }
    }

    @Override
    public void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }
}
