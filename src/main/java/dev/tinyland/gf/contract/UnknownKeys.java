package dev.tinyland.gf.contract;

/** What to do with a key that is not ours. */
enum UnknownKeys {
    REFUSE,
    IGNORE
}
