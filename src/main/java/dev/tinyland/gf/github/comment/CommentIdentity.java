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
 *
 * @param fields what is compared
 * @param family what the comments of one tool about one subject have in common wherever the state lies; empty for none
 */
public record CommentIdentity(List<String> fields, List<String> family) {
    private static final int DIGITS = 32;
    private static final String STOPPED = "stopped";

    public CommentIdentity {
        fields = List.copyOf(fields);
        family = List.copyOf(family);
    }

    private CommentIdentity(List<String> fields) {
        this(fields, List.of());
    }

    /** The same comment, known to belong to a family: see {@link #stopped}. */
    public CommentIdentity of(List<String> names) {
        return new CommentIdentity(fields, names);
    }

    /**
     * The comment of a run that stopped before it knew where its state lies, so that it cannot name the comment it would
     * have written over. A family is what can be known without that, such as tool, stack, environment and workspace.
     */
    public static CommentIdentity stopped(List<String> family) {
        List<String> fields = new ArrayList<>(List.of(STOPPED));
        fields.addAll(family);
        return new CommentIdentity(fields, family);
    }

    boolean isStopped() {
        return fields.getFirst().equals(STOPPED);
    }

    /** The digest of the family for one pull request; empty without one. */
    String familyDigest(String repository, long number) {
        return family.isEmpty() ? "" : new CommentIdentity(family).digest(repository, number);
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
