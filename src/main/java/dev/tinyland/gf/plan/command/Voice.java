package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Run;

/**
 * Says text that others wrote. In a job it must not be read as workflow commands; in the summary it stands in a fence that
 * nothing in it can close.
 */
final class Voice {
    private final Run run;

    Voice(Run run) {
        this.run = run;
    }

    /** A line, redacted, without control characters. */
    void line(String text) {
        block(text.replaceAll("\\p{Cntrl}+", " ") + "\n");
    }

    /** Several lines, redacted. */
    void block(String text) {
        String redacted = run.redactor().redact(text);
        if (run.host().inActions()) {
            run.commands().verbatim(redacted);
        } else {
            run.say(redacted.stripTrailing());
        }
    }

    /** Several lines here and, under a heading, in the summary. */
    void tell(String heading, String text) {
        String redacted = run.redactor().redact(text);
        block(redacted + "\n");
        String fence = "```";
        while (redacted.contains(fence)) {
            fence += "`";
        }
        run.report().section("**" + heading + "**\n\n" + fence + "text\n" + redacted + "\n" + fence);
    }
}
