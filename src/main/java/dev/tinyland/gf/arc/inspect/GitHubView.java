package dev.tinyland.gf.arc.inspect;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What GitHub says of the runners.
 *
 * @param runners names of the runners the organization knows
 * @param queued jobs of this repository that wait for a runner
 * @param groups by lower-case name, whether this repository may use the group
 */
public record GitHubView(Seen<Set<String>> runners, Seen<List<QueuedJob>> queued, Seen<Map<String, Boolean>> groups) {

    /**
     * A job that waits.
     *
     * @param name as people see it
     * @param labels that its {@code runs-on} names
     */
    public record QueuedJob(String name, String url, List<String> labels) {

        public QueuedJob {
            labels = List.copyOf(labels);
        }
    }

    /** Where no token was given. */
    public static GitHubView unasked() {
        String why = "no token was given";
        String next = "give github-token: a token that may read the organization's runners and runner groups";
        return new GitHubView(Seen.not(why, next), Seen.not(why, next), Seen.not(why, next));
    }
}
