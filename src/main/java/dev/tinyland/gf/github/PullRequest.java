package dev.tinyland.gf.github;

/**
 * A pull request as it is now.
 *
 * @param headSha commit at its head
 * @param fork whether its head is in another repository
 */
public record PullRequest(long number, String headSha, boolean fork, boolean open) {}
