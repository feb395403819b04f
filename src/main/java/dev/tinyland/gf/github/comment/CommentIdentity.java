package dev.tinyland.gf.github.comment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What makes a comment this one and no other. Two stacks, or one stack on two stores, never share a comment; the marker
 * carries a digest of this, salted with repository and pull request, so that it names no endpoint.
 */
public record CommentIdentity(List<String> fields) {
    private static final int DIGITS = 32;

    public CommentIdentity {
        fields = List.copyOf(fields);
    }

    /** The one comment that gathers the verdicts of several tools. */
    public static CommentIdentity ofPullRequest() {
        return new CommentIdentity(List.of("pull-request"));
    }

    /**
     * The comment of one tool about one state.
     *
     * @param backend type of the backend, such as {@code s3}
     * @param endpoint the address that was resolved, wherever it was set: two clusters may use one bucket name and key
     * @param place bucket and key, or the address of an http backend
     * @param label tells apart what is else the same, or empty
     */
    public static CommentIdentity ofState(
            String tool, String backend, String endpoint, String place, String workspace, String label) {
        return new CommentIdentity(List.of("state", tool, backend, endpoint, place, workspace, label));
    }

    /** The comment of one tool about something that has a name. */
    public static CommentIdentity ofSubject(String tool, String subject) {
        return new CommentIdentity(List.of("subject", tool, subject));
    }

    /** The digest for one pull request. */
    String digest(String repository, long number) {
        List<String> salted = new ArrayList<>(List.of("gf-comment", repository, Long.toString(number)));
        salted.addAll(fields);
        return Digests.of(salted).substring(0, DIGITS);
    }

    /** Digests of lists of texts: each length goes in, so that no two lists run together. */
    static final class Digests {
        private Digests() {}

        static String of(List<String> texts) {
            MessageDigest digest;
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
