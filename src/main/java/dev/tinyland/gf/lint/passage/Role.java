package dev.tinyland.gf.lint.passage;

/** What a passage is to the one who reads or runs it. */
public enum Role {
    /** Shell text that is run, or a fence that teaches it. */
    SCRIPT,
    /** A value that has a key: YAML, an HCL attribute, a variable assignment. */
    VALUE,
    /** A whole fence or block scalar of a language without a parser here: INI, nix, mermaid, plain. */
    BLOCK,
    /** Code between backticks in prose or in a table cell. */
    INLINE_CODE,
    TABLE_CELL,
    HEADING,
    PROSE,
    COMMENT
}
