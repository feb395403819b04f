package dev.tinyland.gf.shell;

import java.util.Optional;

/**
 * A redirection of a command.
 *
 * @param operator as written without the file descriptor: {@code >}, {@code >>}, {@code <<-}, {@code <<<}, {@code >&}, …
 * @param target file, descriptor, here-string or here-document delimiter; empty where the text ends before it
 * @param heredoc the here-document, for {@code <<} and {@code <<-}
 */
public record Redirection(String operator, Optional<ShellWord> target, Optional<Heredoc> heredoc) {}
