package dev.tinyland.gf.plan.report;

import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.report.comment.CommentBlock;
import dev.tinyland.gf.secret.RedactionFailedException;
import dev.tinyland.gf.secret.Redactor;
import java.util.List;

/**
 * The one report of a plan, for a terminal, a job's summary and a comment. The redactor must have learnt the plan's secrets
 * before: see {@link dev.tinyland.gf.plan.redaction.PlanSecrets}.
 */
public final class PlanReport {
    /** Most UTF-8 bytes of a part in a comment, which GitHub ends at 65,536 characters; the rest is for its frame. */
    public static final int COMMENT = 56_000;

    /** Most UTF-8 bytes of a part in a job's summary. */
    public static final int SUMMARY = 700 * 1024;

    private final PlanJudgement judgement;
    private final ReportFacts facts;
    private final Redactor redactor;

    public PlanReport(PlanJudgement judgement, ReportFacts facts, Redactor redactor) {
        this.judgement = judgement;
        this.facts = facts;
        this.redactor = redactor;
    }

    /**
     * The report for a terminal.
     *
     * @param color whether escape sequences may be used
     * @throws RedactionFailedException when a secret would remain; then nothing may be shown
     */
    public String terminal(boolean color) {
        return vouched(new TerminalPlan(judgement, facts, new SafeText(redactor), color).render());
    }

    /**
     * The report as Markdown, without a heading of its own: what is destroyed and replaced first, every resource at least
     * by its address as far as the budget reaches, and what is left out said. No fence and no fold is ever cut.
     *
     * @param budget most UTF-8 bytes of the result, at least 4096
     * @throws RedactionFailedException when a secret would remain; then nothing may be published
     */
    public String markdown(int budget) {
        if (budget < 4096) {
            throw new IllegalArgumentException("a report needs 4096 bytes at least");
        }
        return vouched(new MarkdownPlan(judgement, facts, new SafeText(redactor)).render(budget));
    }

    /**
     * The report as blocks of the pull request's comment, to stand before the findings. The comment's own frame says what a
     * green verdict does not prove.
     *
     * @throws RedactionFailedException when a secret would remain; then nothing may be published
     */
    public List<CommentBlock> blocks() {
        return new MarkdownPlan(judgement, facts, new SafeText(redactor))
                .commentBlocks().stream()
                        .map(block -> new CommentBlock(block.priority(), vouched(block.markdown())))
                        .toList();
    }

    /** The pieces are redacted one by one; together they may still spell a secret. */
    private String vouched(String text) {
        String redacted = redactor.redact(text);
        if (redactor.finds(redacted)) {
            throw new RedactionFailedException("a secret remains in the report of the plan");
        }
        return redacted;
    }
}
