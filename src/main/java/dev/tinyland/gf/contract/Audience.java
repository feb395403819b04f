package dev.tinyland.gf.contract;

/** For whom an endpoint is. */
public enum Audience {
    RUNNERS("runners in the cluster"),
    OPERATORS("people and developer machines");

    private final String people;

    Audience(String people) {
        this.people = people;
    }

    /** The audience in words. */
    public String words() {
        return people;
    }
}
