package dev.tinyland.gf.report.comment;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands around the sections of a comment.
 *
 * @param title first words of the heading
 * @param headSha commit that was judged
 * @param run address of the run that judged, where there is one
 * @param actor who started the run, or empty
 * @param now when the comment is written
 */
public record CommentFrame(String title, String headSha, Optional<URI> run, String actor, Instant now) {}
