package dev.tinyland.gf.plan.greenfield;

import dev.tinyland.gf.plan.judgement.JudgedResource;
import dev.tinyland.gf.plan.judgement.LiveRelease;
import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.plan.live.Identities;
import dev.tinyland.gf.plan.live.Identity;
import dev.tinyland.gf.plan.live.LiveObjects;
import dev.tinyland.gf.plan.live.Sighting;
import dev.tinyland.gf.plan.report.ReportFacts.LiveCounterpart;
import dev.tinyland.gf.state.receipt.Contradiction;
import dev.tinyland.gf.tofu.plan.PlannedAction;
import dev.tinyland.gf.tofu.run.PlanBase;
import dev.tinyland.gf.tofu.state.StateDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges whether what a plan creates is new. An unreadable state object is silently "no state" to OpenTofu, which then plans
 * to create everything that lives: so the plan, the state's authority, the cluster and the receipt are asked, each by itself.
 */
public final class GreenfieldJudge {
    /** Each object is one request; beyond this many the rest is said not to have been looked at. */
    private static final int MOST_LOOKS = 300;

    private final Identities identities;
    private final LiveObjects live;

    public GreenfieldJudge(Identities identities, LiveObjects live) {
        this.identities = identities;
        this.live = live;
    }

    /**
     * What was found.
     *
     * @param releases Helm releases that live, whether the plan creates them or not is the judge's to say
     */
    public record Result(Greenfield greenfield, List<LiveRelease> releases) {
        public Result {
            releases = List.copyOf(releases);
        }
    }

    public Result judge(PlanJudgement plan, Authority authority) throws InterruptedException {
        Look look = look(plan);
        List<String> why = new ArrayList<>();
        Optional<String> knownState = knownState(plan, authority);
        knownState.ifPresent(why::add);
        authority.contradictions().stream().map(Contradiction::sentence).forEach(why::add);
        if (!look.alive.isEmpty()) {
            why.add(
                    look.alive.size() == 1
                            ? "one object the plan would create lives already"
                            : look.alive.size() + " objects the plan would create live already");
        }
        return new Result(greenfield(plan, authority, look, knownState.isPresent(), why), look.releases);
    }

    private static Greenfield greenfield(
            PlanJudgement plan, Authority authority, Look look, boolean vanished, List<String> why) {
        if (vanished) {
            return new Greenfield.Fake("state-vanished", why, look.alive);
        }
        if (!authority.contradictions().isEmpty()) {
            return new Greenfield.Fake("receipt", why, look.alive);
        }
        boolean nothingBefore = plan.looksGreenfield();
        if (!look.alive.isEmpty()) {
            return new Greenfield.Fake(nothingBefore ? "live-objects" : "partial-greenfield", why, look.alive);
        }
        if (!nothingBefore) {
            return new Greenfield.Continued(look.unseen);
        }
        if (!look.unseen.isEmpty()) {
            return new Greenfield.Unverified("there is no state, and of " + look.unseen.size()
                    + " objects to create it could not be seen whether they live: " + look.unseen.getFirst());
        }
        return look.looked == 0
                ? new Greenfield.Unverified(
                        "there is no state, and none of the objects to create can be looked for in the cluster")
                : new Greenfield.Confirmed(look.looked, look.elsewhere);
    }

    /** Somebody read a state that OpenTofu, by its own plan, did not have. */
    private static Optional<String> knownState(PlanJudgement plan, Authority authority) {
        Optional<PlanBase> base = authority.base();
        boolean hadNone = base.map(PlanBase::isNothing).orElse(false);
        if (authority.state().isPresent() && hadNone) {
            return Optional.of("the guard read a state a moment before, and OpenTofu planned from none");
        }
        if (authority.state().orElse(null) instanceof StateDocument.Plain(var summary)
                && summary.managedCount() > 0
                && plan.looksGreenfield()) {
            return Optional.of("the guard read a state with " + summary.managedCount()
                    + " managed resources a moment before, and the plan knows none of them");
        }
        if (authority.state().isPresent() && base.isPresent()) {
            Optional<String> lineage = authority.state().get().lineageIfKnown();
            if (lineage.isPresent() && !lineage.get().equals(base.get().lineage())) {
                return Optional.of("the guard read lineage " + lineage.get() + ", and OpenTofu planned from "
                        + base.get().lineage());
            }
        }
        return Optional.empty();
    }

    private static final class Look {
        private final List<LiveCounterpart> alive = new ArrayList<>();
        private final List<String> unseen = new ArrayList<>();
        private final List<LiveRelease> releases = new ArrayList<>();
        private int looked;
        private int elsewhere;
    }

    private Look look(PlanJudgement plan) throws InterruptedException {
        Set<Identity> goingAway = new HashSet<>();
        for (JudgedResource judged : plan.resources()) {
            if (judged.isManaged() && judged.resource().action().destroys()) {
                goingAway.add(identities.of(
                        judged.resource().type(), judged.resource().change().before()));
            }
        }
        Look look = new Look();
        for (JudgedResource judged : plan.resources()) {
            if (judged.isManaged() && judged.resource().action() == PlannedAction.CREATE) {
                Identity identity = identities.of(
                        judged.resource().type(), judged.resource().change().after());
                if (!goingAway.contains(identity)) {
                    look(judged.address(), identity, look);
                }
            }
        }
        return look;
    }

    private void look(String address, Identity identity, Look look) throws InterruptedException {
        if (look.looked >= MOST_LOOKS) {
            look.unseen.add(address + ": only the first " + MOST_LOOKS + " were looked for");
            return;
        }
        switch (live.look(identity)) {
            case Sighting.Alive(String shown, Optional<LiveRelease> release) -> {
                look.looked++;
                look.alive.add(new LiveCounterpart(address, shown));
                release.ifPresent(look.releases::add);
            }
            case Sighting.NotThere _ -> look.looked++;
            case Sighting.Unseen(String why) -> look.unseen.add(address + ": " + why);
            case Sighting.NothingToLookFor _ -> look.elsewhere++;
        }
    }
}
