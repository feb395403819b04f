package dev.tinyland.gf.report;

import java.util.List;

/** A tool wanted to be green without having seen what green rests on. This is an error of the tool. */
public final class DishonestVerdictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DishonestVerdictException(String verdict, List<String> objections) {
        super(verdict + " is not carried by the checks: " + String.join("; ", objections));
    }
}
