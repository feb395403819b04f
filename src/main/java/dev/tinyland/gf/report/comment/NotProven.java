package dev.tinyland.gf.report.comment;

import java.util.Map;

/** What a green verdict of a tool does not prove, in the words that every comment carries. */
public final class NotProven {
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry(
                    "gf-lint",
                    "A green verdict says that no rule objects to the files. It does not say that the workflows run."),
            Map.entry(
                    "tofu-preflight",
                    "A green verdict says that a plan can be tried. It does not say that the state can be trusted."),
            Map.entry(
                    "tofu-plan",
                    "A green verdict says that this plan hits no class of danger and that its state could be trusted"
                            + " when it was read. It does not say that the apply succeeds, nor that the change is"
                            + " wanted."),
            Map.entry(
                    "tofu-apply",
                    "A green verdict says that the reviewed plan was applied and that the state was read back. It does"
                            + " not say that what was applied works."),
            Map.entry(
                    "tofu-state-authority-check",
                    "A green verdict says that the state could be trusted when it was read. It does not say that it"
                            + " matches what lives."),
            Map.entry(
                    "arc-plan",
                    "A green verdict says that no rule objects to this plan. It does not say that a job runs on a lane:"
                            + " that is the canary's to say."),
            Map.entry(
                    "arc-inspect",
                    "A green verdict says that the lanes looked healthy at that moment. It does not say that a job ran"
                            + " on them."),
            Map.entry(
                    "arc-canary",
                    "A green verdict says that one job ran on each lane named here. It does not say that every workflow"
                            + " of yours does, nor that a cache was hit."));

    private NotProven() {}

    public static String by(String tool) {
        return SENTENCES.getOrDefault(
                tool, "A green verdict says that no required check of this tool objected, and nothing beyond that.");
    }
}
