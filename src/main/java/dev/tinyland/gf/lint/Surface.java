package dev.tinyland.gf.lint;

/** What kind of file a text stands in, as far as severity and meaning go. */
public enum Surface {
    WORKFLOW,
    ACTION,
    DOCUMENT,
    CONFIGURATION,
    GITLAB_CI,
    HCL,
    JUSTFILE,
    SHELL,
    ENVIRONMENT,
    NIX,
    BAZELRC,
    JSON
}
