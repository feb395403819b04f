package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Stack;
import dev.tinyland.gf.lint.FindingBuilder;
import dev.tinyland.gf.lint.Related;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stacks of one repository that declare different backend families. The finding stands where the contract is left. */
public final class MixedBackendFamiliesRule implements Rule {
    private static final Pattern BACKEND = Pattern.compile("(?m)^[ \\t]*backend\\s+\"(\\w+)\"");
    private static final List<String> FILES = List.of("backend.tf", "backend.tofu", "main.tf", "versions.tf");

    private static final RuleInfo INFO = Rules.inCode(
            "mixed-backend-families", "stacks of one repository declare different backend families", Severity.ERROR);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean readsTexts(Surface surface) {
        return surface == Surface.HCL;
    }

    @Override
    public void passage(Passage passage, RuleContext context) {
        if (passage.surface() != Surface.HCL || passage.role() == Role.COMMENT) {
            return;
        }
        Optional<Stack> stack = context.contract().stacks().values().stream()
                .filter(candidate -> context.file().path().startsWith(candidate.folder() + "/"))
                .findFirst();
        List<Word> declared = BackendBlocks.in(passage);
        if (stack.isEmpty() || declared.isEmpty()) {
            return;
        }
        Word backend = declared.getFirst();
        String family = backend.text();
        if (family.equals(stack.get().family())) {
            return;
        }
        List<Related> others = others(stack.get(), family, context);
        if (others.isEmpty()) {
            return;
        }
        FindingBuilder finding = context.finding(INFO, passage.text().toSource(backend.start(), backend.end()))
                .message("This stack declares the backend \"" + family + "\", others of this repository another.")
                .why("One backend family serves all stacks, or two operators' paths and credentials have to be kept"
                        + " alive ("
                        + context.contract().decisions().backendTargetState() + ").")
                .suggestion("Declare `backend \"" + stack.get().family() + "\"`, in all stacks at once.");
        others.forEach(finding::related);
        finding.report();
    }

    private static List<Related> others(Stack own, String family, RuleContext context) {
        List<Related> others = new ArrayList<>();
        for (Stack stack : context.contract().stacks().values()) {
            if (stack.equals(own)) {
                continue;
            }
            for (String name : FILES) {
                context.project()
                        .file(stack.folder() + "/" + name)
                        .flatMap(file -> declaration(file, family))
                        .ifPresent(others::add);
            }
        }
        return others;
    }

    private static Optional<Related> declaration(SourceFile file, String family) {
        Matcher matcher = BACKEND.matcher(file.text());
        if (!matcher.find() || matcher.group(1).equals(family)) {
            return Optional.empty();
        }
        return Optional.of(
                new Related(file, new Span(matcher.start(1), matcher.end(1)), "declares \"" + matcher.group(1) + "\""));
    }
}
