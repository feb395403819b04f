package dev.tinyland.gf.access;

import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.report.Check;
import java.io.IOException;

/** Where checks and next commands go. */
public interface Sink {

    void check(Check check) throws IOException;

    void next(String command);

    /** The report of a run. */
    static Sink of(Run run) {
        return new Sink() {
            @Override
            public void check(Check check) throws IOException {
                run.check(check);
            }

            @Override
            public void next(String command) {
                run.next(command);
            }
        };
    }

    /**
     * The report of a run whose verdict does not rest on these checks one by one: a check of its own sums them up. They
     * are told as not required.
     */
    static Sink detailsOf(Run run) {
        return new Sink() {
            @Override
            public void check(Check check) throws IOException {
                run.check(
                        Check.optional(check.id(), check.title(), check.status(), check.expected(), check.observed()));
            }

            @Override
            public void next(String command) {
                run.next(command);
            }
        };
    }
}
