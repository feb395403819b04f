package dev.tinyland.gf.lint.discovery;

import java.util.List;

/**
 * What a root holds.
 *
 * @param candidates in the order of their paths
 * @param context workflows and actions that are not judged here but may be used by what is
 * @param skipped in the order of their paths
 * @param unreadable folders and files that could not be looked into, relative to the root
 * @param notes what the user should know about how the files were found
 */
public record Discovered(
        List<Candidate> candidates,
        List<Candidate> context,
        List<Skipped> skipped,
        List<String> unreadable,
        List<String> notes) {

    public Discovered {
        candidates = List.copyOf(candidates);
        context = List.copyOf(context);
        skipped = List.copyOf(skipped);
        unreadable = List.copyOf(unreadable);
        notes = List.copyOf(notes);
    }
}
