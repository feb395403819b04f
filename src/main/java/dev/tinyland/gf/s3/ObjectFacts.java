package dev.tinyland.gf.s3;

import java.time.Instant;
import java.util.Optional;

/** What a store says of an object without giving it. */
public record ObjectFacts(
        long size, Optional<String> etag, Optional<Instant> lastModified, Optional<String> versionId) {}
