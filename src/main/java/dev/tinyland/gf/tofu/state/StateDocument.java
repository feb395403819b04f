package dev.tinyland.gf.tofu.state;

import java.util.Optional;
import java.util.OptionalLong;

/** What the bytes are that a store gives for a state. */
public sealed interface StateDocument {

    /** A state. */
    sealed interface Present extends StateDocument {
        Optional<String> lineageIfKnown();

        OptionalLong serialIfKnown();

        String sha256();

        long bytes();
    }

    /** Bytes that are no state of today's format, whatever the store's status line says of them. */
    sealed interface Unusable extends StateDocument {
        /** What they are, as one clause; nothing of the bytes stands in it. */
        String why();
    }

    /** A state of format version 4, in clear. */
    record Plain(StateSummary summary) implements Present {
        @Override
        public Optional<String> lineageIfKnown() {
            return Optional.of(summary.lineage());
        }

        @Override
        public OptionalLong serialIfKnown() {
            return OptionalLong.of(summary.serial());
        }

        @Override
        public String sha256() {
            return summary.sha256();
        }

        @Override
        public long bytes() {
            return summary.bytes();
        }
    }

    /**
     * The envelope of OpenTofu's state encryption (1.7 and newer). Serial and lineage stand outside of what is encrypted
     * in most versions; the addresses never do.
     */
    record Encrypted(
            Optional<String> lineageIfKnown,
            OptionalLong serialIfKnown,
            String encryptionVersion,
            String sha256,
            long bytes)
            implements Present {}

    /** No bytes at all. OpenTofu takes that for "no state" and plans everything anew. */
    record Empty() implements Unusable {
        @Override
        public String why() {
            return "it has no bytes, which OpenTofu takes for no state at all";
        }
    }

    /** A page for people: an ingress or a login page answered. */
    record Html() implements Unusable {
        @Override
        public String why() {
            return "it is an HTML page, so something other than the store answered";
        }
    }

    /**
     * An S3 error document.
     *
     * @param code the store's code, such as {@code NoSuchKey}, or empty
     */
    record ErrorPage(String code) implements Unusable {
        @Override
        public String why() {
            return "it is an XML error document" + (code.isEmpty() ? "" : " (" + code + ")");
        }
    }

    /** JSON that ends before its end: it was cut off. */
    record BrokenOff(long bytes) implements Unusable {
        @Override
        public String why() {
            return "its JSON breaks off after " + bytes + " bytes";
        }
    }

    /** Not JSON. */
    record NotJson(int line) implements Unusable {
        @Override
        public String why() {
            return "it is not JSON (line " + line + ")";
        }
    }

    /** A state of another format version. */
    record OtherVersion(String version) implements Unusable {
        @Override
        public String why() {
            return "its format version is " + version + ", and 4 is the one of OpenTofu";
        }
    }

    /**
     * JSON that lacks what a state has.
     *
     * @param lacking what is missing or wrong, as in {@code lineage is missing}
     */
    record OtherShape(String lacking) implements Unusable {
        @Override
        public String why() {
            return "it is JSON and no state: " + lacking;
        }
    }
}
