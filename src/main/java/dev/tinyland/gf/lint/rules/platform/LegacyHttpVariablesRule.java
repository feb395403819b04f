package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.HostScanner;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.shell.Assignment;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.LineIndex;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Variables of the http backend outside a compatibility label. Variables set one below the other are one finding, at the
 * first of them.
 */
public final class LegacyHttpVariablesRule extends WordRule {

    public LegacyHttpVariablesRule() {
        super(Rules.everywhere(
                "legacy-http-variables",
                "variables of the http state backend outside a compatibility label",
                Severity.WARNING,
                Severity.WARNING));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return List.of(contract.legacy().http().variablePrefix());
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        String prefix = prefix(context);
        if (!text.text().contains(prefix) && !passage.key().startsWith(prefix)
                || isOfAnotherProject(passage, context)) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        if (passage.role() == Role.VALUE
                && passage.key().startsWith(prefix)
                && !isLocal(text.text())
                && leads(text.toSource(0), prefix, context)) {
            hits.add(hit(0, text.length(), passage.key(), context));
            return hits;
        }
        for (Word word : Word.identifiers(text.text())) {
            if (word.text().startsWith(prefix)
                    && !isLocal(restOfLine(text.text(), word.end()))
                    && leads(text.toSource(word.start()), prefix, context)) {
                hits.add(hit(word.start(), word.end(), word.text(), context));
            }
        }
        return hits;
    }

    @Override
    List<Located> hits(CommandSite site, RuleContext context) {
        String prefix = prefix(context);
        if (site.command().assignments().isEmpty() || isOfAnotherProject(site.passage(), context)) {
            return List.of();
        }
        List<Located> located = new ArrayList<>();
        for (Assignment assignment : site.command().assignments()) {
            if (assignment.name().startsWith(prefix)
                    && !isLocal(assignment.text())
                    && leads(assignment.span().start(), prefix, context)) {
                located.add(new Located(assignment.span(), hit(0, 0, assignment.name(), context)));
            }
        }
        return located;
    }

    /** A page that explains the generic backend to everybody says nothing about this platform. */
    private static boolean isOfAnotherProject(Passage passage, RuleContext context) {
        return passage.surface() == Surface.DOCUMENT && !Pages.areOfThePlatform(context);
    }

    private static String prefix(RuleContext context) {
        return context.contract().legacy().http().variablePrefix();
    }

    private static boolean isLocal(String value) {
        return HostScanner.scan(value).stream()
                .anyMatch(mention ->
                        mention.host().equals("localhost") || mention.host().equals("127.0.0.1"));
    }

    private static String restOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return text.substring(from, end < 0 ? text.length() : end);
    }

    /** Whether nothing of the kind stands earlier on this line or on the line before it that says anything. */
    private static boolean leads(int offset, String prefix, RuleContext context) {
        SourceFile file = context.file();
        LineIndex lines = file.lines();
        int line = lines.lineOf(offset);
        String before = file.text().substring(lines.lineStart(line), offset);
        int own = before.indexOf(prefix);
        boolean keyOfThis = own >= 0 && before.substring(own).matches("\\w+\\s*[:=]\\s*[\"']?");
        if (own >= 0 && !keyOfThis) {
            return false;
        }
        for (int above = line - 1; above >= 1; above--) {
            String text = file.text(lines.lineSpan(above)).strip();
            if (text.isEmpty() || text.startsWith("#") || text.startsWith("//")) {
                continue;
            }
            return !text.contains(prefix);
        }
        return true;
    }

    private static Hit hit(int start, int end, String variable, RuleContext context) {
        return new Hit(
                start,
                end,
                variable + " configures the http backend, which is compatibility only.",
                "The active stacks keep their state in the S3-compatible backend ("
                        + context.contract().decisions().cacheAndStateRoles() + ").",
                "Use the " + context.contract().state().variablePrefix()
                        + "* variables or a backend configuration file; label the text compatibility only if it is a"
                        + " repair path.");
    }
}
