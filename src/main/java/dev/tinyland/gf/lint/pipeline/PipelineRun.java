package dev.tinyland.gf.lint.pipeline;

import dev.tinyland.gf.lint.Witness;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run a pipeline can have. Source: GitLab's predefined variables and the pipelines it makes for branches, tags and
 * merge requests.
 *
 * @param kind what starts it
 * @param ref name of the branch or tag
 * @param variables what is known of the variables; empty for one that is not set. A variable that is not in it is unknown
 */
public record PipelineRun(Kind kind, String ref, Map<String, Optional<String>> variables) {

    /** What starts a pipeline. */
    public enum Kind {
        MERGE_REQUEST,
        BRANCH,
        TAG
    }

    public PipelineRun {
        variables = Map.copyOf(variables);
    }

    /** A merge request of a branch. */
    public static PipelineRun mergeRequest(String defaultBranch, String tokenVariable) {
        return new PipelineRun(
                Kind.MERGE_REQUEST,
                "topic",
                Map.ofEntries(
                        Map.entry("CI_PIPELINE_SOURCE", Optional.of("merge_request_event")),
                        Map.entry("CI_MERGE_REQUEST_IID", Optional.of("1")),
                        Map.entry("CI_MERGE_REQUEST_ID", Optional.of("1")),
                        Map.entry("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", Optional.of(defaultBranch)),
                        Map.entry("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", Optional.of("topic")),
                        Map.entry("CI_COMMIT_BRANCH", Optional.empty()),
                        Map.entry("CI_COMMIT_TAG", Optional.empty()),
                        Map.entry("CI_COMMIT_REF_NAME", Optional.of("topic")),
                        Map.entry("CI_DEFAULT_BRANCH", Optional.of(defaultBranch)),
                        Map.entry(tokenVariable, Optional.of("token"))));
    }

    /** A push to a branch. */
    public static PipelineRun branch(String branch, String defaultBranch, String tokenVariable, boolean token) {
        return pushed(Kind.BRANCH, branch, Optional.of(branch), Optional.empty(), defaultBranch, tokenVariable, token);
    }

    /** A pushed tag. */
    public static PipelineRun tag(String tag, String defaultBranch, String tokenVariable) {
        return pushed(Kind.TAG, tag, Optional.empty(), Optional.of(tag), defaultBranch, tokenVariable, true);
    }

    private static PipelineRun pushed(
            Kind kind,
            String ref,
            Optional<String> branch,
            Optional<String> tag,
            String defaultBranch,
            String tokenVariable,
            boolean token) {
        return new PipelineRun(
                kind,
                ref,
                Map.ofEntries(
                        Map.entry("CI_PIPELINE_SOURCE", Optional.of("push")),
                        Map.entry("CI_MERGE_REQUEST_IID", Optional.empty()),
                        Map.entry("CI_MERGE_REQUEST_ID", Optional.empty()),
                        Map.entry("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", Optional.empty()),
                        Map.entry("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", Optional.empty()),
                        Map.entry("CI_COMMIT_BRANCH", branch),
                        Map.entry("CI_COMMIT_TAG", tag),
                        Map.entry("CI_COMMIT_REF_NAME", Optional.of(ref)),
                        Map.entry("CI_DEFAULT_BRANCH", Optional.of(defaultBranch)),
                        Map.entry(tokenVariable, token ? Optional.of("token") : Optional.empty())));
    }

    public Witness witness() {
        return switch (kind) {
            case MERGE_REQUEST -> new Witness("merge_request_event", "refs/merge-requests/1/head");
            case BRANCH -> new Witness("push", "refs/heads/" + ref);
            case TAG -> new Witness("push", "refs/tags/" + ref);
        };
    }

    /** Words that {@code only} and {@code except} use for kinds of runs. */
    List<String> words() {
        return switch (kind) {
            case MERGE_REQUEST -> List.of("merge_requests");
            case BRANCH -> List.of("branches", "pushes");
            case TAG -> List.of("tags", "pushes");
        };
    }
}
