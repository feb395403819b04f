package dev.tinyland.gf.testing;

/**
 * What a child process did.
 *
 * @param exitCode its exit status
 * @param output everything on standard output
 * @param errors everything on standard error
 */
public record CommandResult(int exitCode, String output, String errors) {}
