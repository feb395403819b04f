package dev.tinyland.gf.tofu.plan;

import java.util.List;

/**
 * The outcome of a {@code check} block or a condition.
 *
 * @param status {@code pass}, {@code fail}, {@code error} or {@code unknown}; a failed check block leaves the exit code of
 *     {@code tofu plan} alone
 * @param problems the messages of its instances
 */
public record PlanCheck(String address, String status, List<String> problems) {

    public PlanCheck {
        problems = List.copyOf(problems);
    }

    /** Whether it failed or could not be evaluated; one that waits for the apply is neither. */
    public boolean failed() {
        return status.equals("fail") || status.equals("error");
    }
}
