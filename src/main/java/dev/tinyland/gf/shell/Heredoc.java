package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;

/**
 * The text of a here-document.
 *
 * @param body the lines before the delimiter, as written
 * @param delimiter the word that ends it
 * @param quoted whether the delimiter is quoted, so that nothing in the body is expanded
 * @param tabsStripped whether it was opened by {@code <<-}
 */
public record Heredoc(Fragment body, String delimiter, boolean quoted, boolean tabsStripped) {}
