package dev.tinyland.gf.github;

/** Actions variables of one repository. */
public interface Variables {

    /** The value. A token without the permission gets {@code Forbidden}. */
    Outcome<String> read(String name) throws InterruptedException;

    /** Sets it, making it where it is missing. */
    Outcome<Boolean> write(String name, String value) throws InterruptedException;
}
