package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.shell.ShellWord;
import dev.tinyland.gf.text.Fragment;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** {@code init} with an option that leaves the previous state behind, or moves it, without asking. */
public final class InitReconfigureRule extends WordRule {
    private static final Set<String> PROGRAMS = Set.of("tofu", "terraform", "terragrunt");
    private static final Set<String> OPTIONS =
            Set.of("-reconfigure", "--reconfigure", "-migrate-state", "--migrate-state");

    public InitReconfigureRule() {
        super(Rules.everywhere(
                "init-reconfigure",
                "an automatic init that abandons or moves state",
                Severity.WARNING,
                Severity.WARNING));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return OPTIONS;
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        return List.of();
    }

    @Override
    List<Located> hits(CommandSite site, RuleContext context) {
        boolean foreignPage = site.passage().surface() == Surface.DOCUMENT && !Pages.areOfThePlatform(context);
        if (foreignPage || !PROGRAMS.contains(site.command().name().name())) {
            return List.of();
        }
        List<ShellWord> arguments = site.command().name().arguments();
        if (arguments.stream().noneMatch(argument -> argument.text().equals("init"))) {
            return List.of();
        }
        // A data folder of the run's own remembers no backend that could be forgotten.
        boolean ownFolder = site.command().assignments().stream()
                .anyMatch(assignment -> assignment.name().equals("TF_DATA_DIR"));
        return arguments.stream()
                .filter(argument -> OPTIONS.contains(argument.text()))
                .filter(argument -> !ownFolder || !argument.text().endsWith("reconfigure"))
                .map(argument -> new Located(argument.span(), hit(argument.text(), context)))
                .toList();
    }

    private static Hit hit(String option, RuleContext context) {
        String effect = option.endsWith("reconfigure")
                ? "forgets which backend held the state, and a wrong one then plans as a greenfield"
                : "moves state between backends without anybody looking at both ends";
        return new Hit(
                0,
                0,
                "`init " + option + "` " + effect + ".",
                "State moves one stack at a time, with a pull, a review and a no-op plan ("
                        + context.contract().decisions().haStateAuthority() + ").",
                "Drop the option; give each run its own TF_DATA_DIR, so that no earlier backend is remembered.");
    }
}
