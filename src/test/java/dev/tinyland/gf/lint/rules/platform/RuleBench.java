package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.lint.CollectingContext;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.shell.ShellParser;
import dev.tinyland.gf.shell.ShellScript;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.List;
import java.util.Optional;

/** Shows single texts to one rule, with the meaning a file would give them. */
final class RuleBench {
    private static final Contract CONTRACT = new ContractLoader().builtIn();

    private final Rule rule;

    RuleBench(Rule rule) {
        this.rule = rule;
    }

    /** A script of a workflow. */
    List<Finding> script(String text) {
        return script(Surface.WORKFLOW, text);
    }

    List<Finding> script(Surface surface, String text) {
        SourceFile file = new SourceFile("file", text);
        Passage passage = passage(file, surface, Role.SCRIPT, "bash", List.of());
        CollectingContext context = new CollectingContext(file, surface, CONTRACT);
        rule.passage(passage, context);
        ShellScript script = ShellParser.parse(passage.text());
        script.commands().forEach(command -> rule.command(new CommandSite(command, script, passage), context));
        return context.findings();
    }

    /** A value of a workflow. */
    List<Finding> value(String path, String text) {
        return value(Surface.WORKFLOW, path, text);
    }

    List<Finding> value(Surface surface, String path, String text) {
        return show(surface, Role.VALUE, "", List.of(path.split(" ")), text);
    }

    List<Finding> prose(String text) {
        return show(Surface.DOCUMENT, Role.PROSE, "", List.of(), text);
    }

    /** Inline code on a page that says something else as well. */
    List<Finding> inlineCode(String page, String text) {
        SourceFile file = new SourceFile("file", text + "\n\n" + page);
        Fragment fragment = Fragment.verbatim(file, new Span(0, text.length()));
        CollectingContext context = new CollectingContext(file, Surface.DOCUMENT, CONTRACT);
        rule.passage(
                new Passage(fragment, Surface.DOCUMENT, Role.INLINE_CODE, "", List.of(), Optional.empty()), context);
        return context.findings();
    }

    List<Finding> block(String language, String text) {
        return show(Surface.DOCUMENT, Role.BLOCK, language, List.of(), text);
    }

    List<Finding> show(Surface surface, Role role, String language, List<String> path, String text) {
        SourceFile file = new SourceFile("file", text);
        CollectingContext context = new CollectingContext(file, surface, CONTRACT);
        rule.passage(passage(file, surface, role, language, path), context);
        return context.findings();
    }

    private static Passage passage(SourceFile file, Surface surface, Role role, String language, List<String> path) {
        return new Passage(Fragment.whole(file), surface, role, language, path, Optional.empty());
    }
}
