package dev.tinyland.gf.plan.greenfield;

import dev.tinyland.gf.plan.report.ReportFacts.LiveCounterpart;
import java.util.List;

/** Whether what a plan creates is new. */
public sealed interface Greenfield {

    /**
     * There is a state, and nothing the plan creates was seen to live.
     *
     * @param unseen creates that nobody could look for, with the reason
     */
    record Continued(List<String> unseen) implements Greenfield {
        public Continued {
            unseen = List.copyOf(unseen);
        }
    }

    /**
     * There is no state, somebody looked, and nothing of the plan lives.
     *
     * @param looked how many objects were looked for
     * @param elsewhere how many have no identity in the cluster
     */
    record Confirmed(int looked, int elsewhere) implements Greenfield {}

    /**
     * The plan creates what lives, or somebody knows of a state.
     *
     * @param reason in kebab-case
     * @param why one sentence each
     */
    record Fake(String reason, List<String> why, List<LiveCounterpart> alive) implements Greenfield {
        public Fake {
            why = List.copyOf(why);
            alive = List.copyOf(alive);
        }
    }

    /**
     * There is no state, and nobody could look whether it is new.
     *
     * @param why one sentence
     */
    record Unverified(String why) implements Greenfield {}
}
