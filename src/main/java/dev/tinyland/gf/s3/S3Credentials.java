package dev.tinyland.gf.s3;

import dev.tinyland.gf.secret.Secret;
import java.util.Optional;

/** What requests are signed with. */
public record S3Credentials(Secret accessKey, Secret secretKey, Optional<Secret> sessionToken) {}
