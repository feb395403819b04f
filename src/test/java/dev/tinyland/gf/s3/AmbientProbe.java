package dev.tinyland.gf.s3;

import dev.tinyland.gf.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A program of its own, so that it can be given an environment: lists the buckets and reads one object. */
final class AmbientProbe {
    private AmbientProbe() {}

    public static void main(String[] arguments) throws InterruptedException {
        S3Credentials credentials =
                new S3Credentials(Secret.of(arguments[1]), Secret.of(arguments[2]), Optional.empty());
        S3Settings settings = S3Settings.of(URI.create(arguments[0]), "us-east-1", credentials)
                .withAttempt(Duration.ofSeconds(5));
        try (S3Connection connection = S3Connection.open(settings)) {
            System.out.println(connection.reader().listBuckets());
            System.out.println(connection.reader().headObject("tofu-state", "key") instanceof S3Answer.Success);
            System.out.println(connection.probe().putIfAbsent("tofu-state", arguments[3], new byte[] {1}));
        }
    }
}
