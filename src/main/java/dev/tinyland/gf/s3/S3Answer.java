package dev.tinyland.gf.s3;

/** What a call came to. */
public sealed interface S3Answer<T> {

    record Success<T>(T value) implements S3Answer<T> {}

    record Failure<T>(S3Failure failure) implements S3Answer<T> {}
}
