package dev.tinyland.gf.s3;

/** A client of one store. */
public interface S3Connection extends AutoCloseable {

    /** Opens it; nothing is sent yet. The classes of the SDK are loaded here and not before. */
    static S3Connection open(S3Settings settings) {
        return new SdkConnection(settings);
    }

    /** The view that cannot write. */
    S3Reader reader();

    /** The view that writes under the reserved prefix. */
    S3Probe probe();

    @Override
    void close();
}
