package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** OpenTofu state that is addressed, initialised or said to be kept at GitLab. */
public final class LegacyGitLabStateRule extends WordRule {
    private static final Set<String> SPEAKING = Set.of("echo", "printf", "cat");

    public LegacyGitLabStateRule() {
        super(Rules.everywhere(
                "legacy-gitlab-state",
                "OpenTofu state addressed or initialised at GitLab",
                Severity.ERROR,
                Severity.WARNING));
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        GitLabState gitlab = new GitLabState(context.contract());
        List<Hit> hits = new ArrayList<>();
        gitlab.addresses(text.text())
                .forEach(word -> hits.add(hit(
                        word.start(),
                        word.end(),
                        "OpenTofu state is addressed at GitLab: "
                                + context.contract().legacy().gitlab().statePath() + ".",
                        context)));
        if (isReading(passage)) {
            hits.addAll(said(text.text(), gitlab, context));
        }
        return hits;
    }

    @Override
    List<Located> hits(CommandSite site, RuleContext context) {
        if (!SPEAKING.contains(site.command().name().name()) || site.passage().role() != Role.SCRIPT) {
            return List.of();
        }
        GitLabState gitlab = new GitLabState(context.contract());
        List<Located> located = new ArrayList<>();
        for (Fragment text : CommandTexts.of(site)) {
            said(text.text(), gitlab, context)
                    .forEach(hit -> located.add(new Located(text.toSource(hit.start(), hit.end()), hit)));
        }
        return located;
    }

    private static List<Hit> said(String text, GitLabState gitlab, RuleContext context) {
        List<Hit> hits = new ArrayList<>();
        for (Sentence sentence : Sentence.of(text)) {
            if (gitlab.isSaidToKeepState(sentence)) {
                Word word = Word.identifiers(sentence.text()).stream()
                        .filter(candidate -> candidate.text().equalsIgnoreCase("gitlab"))
                        .findFirst()
                        .orElseThrow();
                hits.add(hit(
                        sentence.start() + word.start(),
                        sentence.start() + word.end(),
                        "GitLab is said to keep OpenTofu state.",
                        context));
            }
        }
        return hits;
    }

    private static Hit hit(int start, int end, String message, RuleContext context) {
        return new Hit(
                start,
                end,
                message,
                "The active stacks keep their state in the S3-compatible backend; GitLab's is compatibility only ("
                        + context.contract().decisions().cacheAndStateRoles() + ").",
                "Run `tofu init` with a backend configuration file (the "
                        + context.contract().state().variablePrefix()
                        + "* variables, or " + context.contract().state().configFileVariable()
                        + "); label the text compatibility only if it is a repair path.");
    }
}
