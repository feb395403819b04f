package dev.tinyland.gf.plan.judgement;

/** Kinds of difference that change nothing a user of the resource could notice. */
public enum ChurnClass {
    PULL_SECRETS("imagePullSecrets"),
    /** The same values in another order or spelling. */
    SPELLING("key order"),
    /** Empty text, an empty list or an empty object where nothing was, or the other way round. */
    EMPTINESS("empty or null"),
    METADATA("metadata");

    private final String word;

    ChurnClass(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
