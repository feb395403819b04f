package dev.tinyland.gf.arc.inspect;

/** What is the matter with a lane. Where several hold, the first named after {@link #OK} stands. */
public enum LaneVerdict {
    OK("nothing seen speaks against it"),
    LISTENER_MISSING("nobody asks GitHub for this lane's jobs"),
    LISTENER_STALE_SET("its listener scales a set that is gone, or as the lane asked once"),
    GHOST_COUNTERS("it counts runners that are not there"),
    DEAD_SCALE_SET_ID("it is registered under a number that GitHub does not know, or under none"),
    OUTDATED_RUNNER("GitHub sends no jobs to its runner's release"),
    VERSION_SKEW("its charts and the controller are of different minor versions"),
    QUOTA("a quota refuses its pods"),
    UNSCHEDULABLE("no node takes its pods"),
    IMAGE_PULL("an image of its pods cannot be had"),
    GROUP_CLOSED("its runner group does not admit this repository"),
    SATURATED("all runners it may have are taken"),
    UNKNOWN("something needed to judge it was not seen");

    private final String when;

    LaneVerdict(String when) {
        this.when = when;
    }

    public String when() {
        return when;
    }

    public boolean isDegraded() {
        return switch (this) {
            case OK, UNKNOWN -> false;
            case LISTENER_MISSING,
                    LISTENER_STALE_SET,
                    GHOST_COUNTERS,
                    DEAD_SCALE_SET_ID,
                    OUTDATED_RUNNER,
                    VERSION_SKEW,
                    QUOTA,
                    UNSCHEDULABLE,
                    IMAGE_PULL,
                    GROUP_CLOSED,
                    SATURATED -> true;
        };
    }
}
