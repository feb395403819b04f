package dev.tinyland.gf.s3;

/** Writing where nothing of value lies: under {@link #PREFIX}, and nowhere else. */
public interface S3Probe {

    /** The reserved prefix in every bucket. */
    String PREFIX = ".gf-probe/";

    /**
     * Writes an object if there is none of the name.
     *
     * @param name without the prefix
     */
    S3Answer<String> putIfAbsent(String bucket, String name, byte[] content) throws InterruptedException;

    S3Answer<String> delete(String bucket, String name) throws InterruptedException;
}
