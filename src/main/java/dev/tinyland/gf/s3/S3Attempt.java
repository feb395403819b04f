package dev.tinyland.gf.s3;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * One request that was made.
 *
 * @param operation the S3 operation, such as {@code ListBuckets}
 * @param status the HTTP status; empty when none came
 * @param outcome {@code ok} or the word of the failure
 */
public record S3Attempt(String operation, OptionalInt status, String outcome, Duration duration) {}
