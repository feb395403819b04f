package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Value;
import dev.tinyland.gf.expression.Values;
import dev.tinyland.gf.lint.Witness;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One run that a file can have.
 *
 * @param event the event that starts it
 * @param ref {@code github.ref}
 * @param base the branch a pull request is for; empty without one
 * @param defaultBranch the branch that may publish
 * @param token whether the token that writes to Attic is there
 * @param certain false where nobody says that this run happens: what calls the file is not known
 */
public record Scenario(String event, String ref, String base, String defaultBranch, boolean token, boolean certain) {
    private static final Set<String> PULL_REQUESTS = Set.of(
            "pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment", "merge_group");
    private static final String BRANCHES = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    /** Whether a change that nobody has merged decides what runs or why. */
    public boolean isPullRequest() {
        return PULL_REQUESTS.contains(event);
    }

    public boolean isDefaultBranch() {
        return ref.equals(BRANCHES + defaultBranch);
    }

    public Witness witness() {
        return new Witness(event, ref);
    }

    Scenario uncertain() {
        return new Scenario(event, ref, base, defaultBranch, token, false);
    }

    private String refName() {
        if (ref.startsWith(BRANCHES)) {
            return ref.substring(BRANCHES.length());
        }
        return ref.substring(ref.startsWith(TAGS) ? TAGS.length() : "refs/pull/".length());
    }

    /** The context {@code github} as far as the event decides it; the rest is unknown. */
    Value.Mapping github() {
        Map<String, Value> known = new LinkedHashMap<>();
        known.put("event_name", Value.of(event));
        known.put("ref", Value.of(ref));
        known.put("ref_name", Value.of(refName()));
        known.put("ref_type", Value.of(ref.startsWith(TAGS) ? "tag" : "branch"));
        known.put("base_ref", Value.of(base));
        known.put(
                "head_ref", base.isEmpty() ? Values.EMPTY_TEXT : Value.Unknown.presentText(Set.of("github.head_ref")));
        known.put("event", Value.Mapping.open("github.event", payload()));
        return Value.Mapping.open("github", known);
    }

    private Map<String, Value> payload() {
        Map<String, Value> payload = new LinkedHashMap<>();
        payload.put(
                "repository",
                Value.Mapping.open("github.event.repository", Map.of("default_branch", Value.of(defaultBranch))));
        payload.put("pull_request", base.isEmpty() ? Values.NULL : pullRequest());
        if (!event.equals("workflow_dispatch")) {
            payload.put("inputs", Values.NULL);
        }
        if (event.equals("push")) {
            payload.put("ref", Value.of(ref));
        }
        return payload;
    }

    /** Secrets reach a pull request of the same repository, and not one of a fork. */
    private Value.Mapping pullRequest() {
        Map<String, Value> repository = new LinkedHashMap<>();
        if (event.equals("pull_request")) {
            repository.put("fork", Value.of(!token));
        }
        Value.Mapping head = Value.Mapping.open(
                "github.event.pull_request.head",
                Map.of("repo", Value.Mapping.open("github.event.pull_request.head.repo", repository)));
        Value.Mapping into = Value.Mapping.open("github.event.pull_request.base", Map.of("ref", Value.of(base)));
        return Value.Mapping.open("github.event.pull_request", Map.of("head", head, "base", into));
    }
}
