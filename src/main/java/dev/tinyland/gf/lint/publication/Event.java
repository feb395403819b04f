package dev.tinyland.gf.lint.publication;

import java.util.Optional;

/**
 * One event of {@code on:} with its filters.
 *
 * @param name such as {@code push}
 */
public record Event(
        String name,
        Optional<RefFilter> branches,
        Optional<RefFilter> branchesIgnored,
        Optional<RefFilter> tags,
        Optional<RefFilter> tagsIgnored) {

    public static Event of(String name) {
        return new Event(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether something on this branch starts a run; a filter on tags alone keeps branches out. */
    boolean admitsBranch(String branch) {
        if (branches.isEmpty() && branchesIgnored.isEmpty()) {
            return tags.isEmpty() && tagsIgnored.isEmpty();
        }
        return branches.map(filter -> filter.matches(branch)).orElse(true)
                && !branchesIgnored.map(filter -> filter.matches(branch)).orElse(false);
    }

    boolean admitsTag(String tag) {
        if (tags.isEmpty() && tagsIgnored.isEmpty()) {
            return branches.isEmpty() && branchesIgnored.isEmpty();
        }
        return tags.map(filter -> filter.matches(tag)).orElse(true)
                && !tagsIgnored.map(filter -> filter.matches(tag)).orElse(false);
    }
}
