package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.engine.LintResult;

/**
 * What was found below one root.
 *
 * @param root the root as the user named it
 * @param prefix goes before a path so that it leads to the file from where the user stands; empty or ending in a slash
 * @param workspacePrefix the same, from the workspace of the job
 */
public record RootReport(String root, String prefix, String workspacePrefix, LintResult result) {}
