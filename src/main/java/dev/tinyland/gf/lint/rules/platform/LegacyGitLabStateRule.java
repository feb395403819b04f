package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** OpenTofu state that is addressed, initialised or said to be kept at GitLab. */
public final class LegacyGitLabStateRule extends WordRule {
    private static final String LOCK = "/lock";
    private static final Set<String> SPEAKING = Set.of("echo", "printf", "cat");

    public LegacyGitLabStateRule() {
        super(Rules.everywhere(
                "legacy-gitlab-state",
                "OpenTofu state addressed or initialised at GitLab",
                Severity.ERROR,
                Severity.WARNING));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return new GitLabState(contract).words();
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        GitLabState gitlab = new GitLabState(context.contract());
        List<Hit> hits = new ArrayList<>();
        gitlab.addresses(text.text()).stream()
                .filter(word -> !isLockOfAnAddressBeside(word.text(), context))
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
        for (Fragment text : site.texts()) {
            said(text.text(), gitlab, context)
                    .forEach(hit -> located.add(new Located(text.toSource(hit.start(), hit.end()), hit)));
        }
        return located;
    }

    /** A lock address says nothing that the address it locks does not say already. */
    private static boolean isLockOfAnAddressBeside(String address, RuleContext context) {
        String locked = address.substring(address.indexOf("projects/") < 0 ? 0 : address.indexOf("projects/"));
        if (!locked.endsWith(LOCK)) {
            return false;
        }
        String base = locked.substring(0, locked.length() - LOCK.length());
        String text = context.file().text();
        for (int at = text.indexOf(base); at >= 0; at = text.indexOf(base, at + 1)) {
            if (!text.startsWith(LOCK, at + base.length())) {
                return true;
            }
        }
        return false;
    }

    private static List<Hit> said(String text, GitLabState gitlab, RuleContext context) {
        List<Hit> hits = new ArrayList<>();
        if (!Markers.inAnyCase(text, "gitlab")) {
            return hits;
        }
        for (Sentence sentence : Sentence.of(text)) {
            boolean leftToTheCredentialRule = gitlab.credential(sentence.text()).isPresent();
            if (!leftToTheCredentialRule && gitlab.isSaidToKeepState(sentence)) {
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
