package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.FindingBuilder;
import dev.tinyland.gf.lint.Fix;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A rule about words. It is shown every text that says or does something: passages, and of scripts the words, assigned
 * values and here-documents of each command. Comments and texts that a script only compares with are left out.
 *
 * <p>A command becomes one finding however often it offends, and so does a value; a block and a paragraph one for each
 * line.
 */
abstract class WordRule implements Rule {
    private final RuleInfo info;

    WordRule(RuleInfo info) {
        this.info = info;
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    @Override
    public abstract Collection<String> words(Contract contract);

    /** What offends in a text. Offsets are those of the text. */
    abstract List<Hit> hits(Fragment text, Passage passage, RuleContext context);

    /** What offends in a command as a whole, beyond its texts. */
    List<Located> hits(CommandSite site, RuleContext context) {
        return List.of();
    }

    @Override
    public final void passage(Passage passage, RuleContext context) {
        switch (passage.role()) {
            case SCRIPT, COMMENT -> {
                // Commands come one by one, and comments are never findings.
            }
            case VALUE, INLINE_CODE, TABLE_CELL, HEADING -> report(locate(passage.text(), passage, context), context);
            case BLOCK, PROSE -> {
                List<Located> located = locate(passage.text(), passage, context);
                List<Located> line = new ArrayList<>();
                for (Located hit : located) {
                    if (!line.isEmpty() && lineOf(line.getFirst(), context) != lineOf(hit, context)) {
                        report(line, context);
                        line = new ArrayList<>();
                    }
                    line.add(hit);
                }
                report(line, context);
            }
        }
    }

    @Override
    public final void command(CommandSite site, RuleContext context) {
        List<Located> located = new ArrayList<>(hits(site, context));
        for (Fragment text : site.texts()) {
            for (Located hit : locate(text, site.passage(), context)) {
                if (!belongsToInnerCommand(hit.span(), site)) {
                    located.add(hit);
                }
            }
        }
        report(located, context);
    }

    /** A command in a substitution comes by itself. */
    private static boolean belongsToInnerCommand(Span hit, CommandSite site) {
        return site.script().commands().stream()
                .filter(other -> !other.equals(site.command()))
                .anyMatch(other ->
                        site.span().contains(other.span()) && other.span().contains(hit));
    }

    /** A hit with its place in the file. */
    record Located(Span span, Hit hit) {}

    private List<Located> locate(Fragment text, Passage passage, RuleContext context) {
        List<Hit> hits = hits(text, passage, context);
        // Nearly every text: worth no stream.
        if (hits.isEmpty()) {
            return List.of();
        }
        return hits.stream()
                .map(hit -> new Located(text.toSource(hit.start(), hit.end()), hit))
                .toList();
    }

    private void report(List<Located> located, RuleContext context) {
        if (located.isEmpty()) {
            return;
        }
        Located first = located.getFirst();
        Hit hit = first.hit();
        FindingBuilder finding = context.finding(info, first.span())
                .message(hit.message())
                .why(hit.why())
                .suggestion(hit.suggestion());
        for (Located other : located.subList(1, located.size())) {
            if (!other.span().equals(first.span())) {
                finding.related(other.span(), "here too");
            }
        }
        fix(located).ifPresent(finding::fix);
        finish(finding, context);
        finding.report();
    }

    /** All places of a finding or none; and only where the file says what the decoded text says. */
    private static Optional<Fix> fix(List<Located> located) {
        List<Fix.Edit> edits = new ArrayList<>();
        for (Located each : located) {
            Hit hit = each.hit();
            if (hit.replacement().isEmpty() || each.span().length() != hit.end() - hit.start()) {
                return Optional.empty();
            }
            Fix.Edit edit = new Fix.Edit(each.span(), hit.replacement().get());
            if (!edits.contains(edit)) {
                edits.add(edit);
            }
        }
        return Optional.of(new Fix(edits));
    }

    /** For rules whose weight depends on more than the surface. */
    void finish(FindingBuilder finding, RuleContext context) {}

    private static int lineOf(Located located, RuleContext context) {
        return context.file().lines().lineOf(located.span().start());
    }

    /** Whether a text is written for people to read on, not to be run or read by a program. */
    static boolean isReading(Passage passage) {
        Role role = passage.role();
        return role == Role.PROSE || role == Role.HEADING || role == Role.TABLE_CELL;
    }
}
