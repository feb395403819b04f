package dev.tinyland.gf.github;

import java.util.Optional;

/**
 * A comment of an issue or pull request.
 *
 * @param author login; a bot's ends in {@code [bot]}
 * @param page its address for people, where GitHub gave one
 */
public record IssueComment(long id, String author, String body, Optional<String> page) {}
