package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.Stack;
import dev.tinyland.gf.lint.FindingBuilder;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A backend block of the http family. In an active stack it is an error, elsewhere a warning. */
public final class LegacyHttpBackendRule extends WordRule {

    public LegacyHttpBackendRule() {
        super(Rules.everywhere(
                "legacy-http-backend", "a backend block of the http family", Severity.WARNING, Severity.WARNING));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return List.of("backend");
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        // HCL gives the label of a block as a value whose last key is the block's type.
        boolean label = passage.role() == Role.VALUE && passage.key().equals("backend");
        if (!label && !text.text().contains("backend")) {
            return List.of();
        }
        // Asked last: it reads the whole page.
        if (passage.surface() == Surface.DOCUMENT && !Pages.areOfThePlatform(context)) {
            return List.of();
        }
        String family = context.contract().legacy().http().family();
        if (label) {
            return text.text().equals(family) ? List.of(hit(0, text.length(), family, context)) : List.of();
        }
        if (isReading(passage)) {
            return List.of();
        }
        Matcher matcher = Pattern.compile("\\bbackend\\s+\"(" + Pattern.quote(family) + ")\"")
                .matcher(text.text());
        List<Hit> hits = new ArrayList<>();
        while (matcher.find()) {
            hits.add(hit(matcher.start(), matcher.end(), family, context));
        }
        return hits;
    }

    private static Hit hit(int start, int end, String family, RuleContext context) {
        return new Hit(
                start,
                end,
                "The backend \"" + family + "\" is declared; the active stacks use \"" + stackFamily(context) + "\".",
                "The backend family is fixed in a stack's code, and one family serves all stacks ("
                        + context.contract().decisions().cacheAndStateRoles() + ").",
                "Declare `backend \"" + stackFamily(context)
                        + "\" {}` and give the rest by a backend configuration file.");
    }

    @Override
    void finish(FindingBuilder finding, RuleContext context) {
        boolean inStack = context.contract().stacks().values().stream()
                .map(Stack::folder)
                .anyMatch(folder -> context.file().path().startsWith(folder + "/"));
        if (inStack && context.surface() != Surface.DOCUMENT) {
            finding.severity(Severity.ERROR);
        }
    }

    private static String stackFamily(RuleContext context) {
        return context.contract().stacks().values().stream()
                .map(Stack::family)
                .findFirst()
                .orElse("s3");
    }
}
