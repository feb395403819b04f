package dev.tinyland.gf.report.comment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one tool has to say in the comment. Every field is a value as it was seen; the renderer neutralises all but the
 * blocks.
 *
 * @param tool name of the tool
 * @param verdict word of the verdict
 * @param exitCode exit code of the verdict; the order of sections comes from it
 * @param subject what was judged
 * @param made when the plan was made, or the judgement where there is no plan
 * @param scope what the judgement could see, such as {@code refresh: true, targets: none}, or empty
 * @param accepted what the caller took upon itself, each with its reason
 * @param notProven what a green verdict of this tool does not prove, as a sentence
 * @param blocks the details, in the order to show them
 */
public record CommentSection(
        String tool,
        String verdict,
        int exitCode,
        String subject,
        Optional<Instant> made,
        String scope,
        List<String> accepted,
        String notProven,
        List<CommentBlock> blocks) {

    public CommentSection {
        accepted = List.copyOf(accepted);
        blocks = List.copyOf(blocks);
    }

    /** The same with more blocks before the ones it has: the tool's own view. */
    public CommentSection withFirst(List<CommentBlock> first) {
        List<CommentBlock> all = new java.util.ArrayList<>(first);
        all.addAll(blocks);
        return new CommentSection(tool, verdict, exitCode, subject, made, scope, accepted, notProven, all);
    }

    boolean green() {
        return exitCode == 0;
    }

    /** Green, with something a reviewer has to look at. */
    boolean asksForReview() {
        return green() && blocks.stream().anyMatch(block -> block.priority() == Priority.REVIEW);
    }
}
