package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.Legacy;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.shell.Assignment;
import dev.tinyland.gf.shell.ShellWord;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A GitLab token that opens OpenTofu state: as a backend's password, in a state request, or as readers are told. */
public final class GitLabCredentialForStateRule extends WordRule {
    private static final Pattern BACKEND_CREDENTIAL =
            Pattern.compile("-backend-config=\"?(?:username|password)=(\\S+)");

    public GitLabCredentialForStateRule() {
        super(Rules.everywhere(
                "gitlab-credential-for-state",
                "a GitLab token that opens OpenTofu state",
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
        Legacy.Http http = context.contract().legacy().http();
        String plain = text.text();
        List<Hit> hits = new ArrayList<>();
        if (passage.role() == Role.VALUE
                && http.credentialVariables().contains(passage.key())
                && gitlab.isToken(plain)
                && !isUserBesidePassword(plain, text.toSource(0), context)) {
            hits.add(hit(0, plain.length(), context));
        }
        Matcher backend = BACKEND_CREDENTIAL.matcher(plain);
        while (backend.find()) {
            if (gitlab.isToken(backend.group(1))) {
                hits.add(hit(backend.start(), backend.end(), context));
            }
        }
        if (plain.contains(http.variablePrefix())) {
            hits.addAll(assigned(plain, gitlab, http, context));
        }
        if (hits.isEmpty() && (isReading(passage) || passage.role() == Role.SCRIPT)) {
            gitlab.credential(plain).ifPresent(word -> hits.add(hit(word.start(), word.end(), context)));
        }
        return hits;
    }

    private static List<Hit> assigned(String plain, GitLabState gitlab, Legacy.Http http, RuleContext context) {
        List<Hit> hits = new ArrayList<>();
        Matcher assigned = Pattern.compile(
                        "\\b(?:" + String.join("|", http.credentialVariables()) + ")\\s*[=:]\\s*[\"']?([^\\s\"']+)")
                .matcher(plain);
        while (assigned.find()) {
            if (gitlab.isToken(assigned.group(1))) {
                hits.add(hit(assigned.start(), assigned.end(), context));
            }
        }
        return hits;
    }

    /** The user name of a job token on the line next to its password says nothing more. */
    private static boolean isUserBesidePassword(String value, int offset, RuleContext context) {
        if (!value.strip().equals(context.contract().legacy().gitlab().tokenUser())) {
            return false;
        }
        SourceFile file = context.file();
        int line = file.lines().lineOf(offset);
        String password =
                context.contract().legacy().http().credentialVariables().getFirst();
        return Stream.of(line - 1, line + 1)
                .filter(beside -> beside >= 1 && beside <= file.lines().lineCount())
                .anyMatch(beside -> file.text(file.lines().lineSpan(beside)).contains(password));
    }

    @Override
    List<Located> hits(CommandSite site, RuleContext context) {
        GitLabState gitlab = new GitLabState(context.contract());
        List<Located> located = new ArrayList<>();
        for (Assignment assignment : site.command().assignments()) {
            if (context.contract().legacy().http().credentialVariables().contains(assignment.name())
                    && gitlab.isToken(assignment.text())
                    && !isUserBesidePassword(
                            assignment.text(), assignment.span().start(), context)) {
                located.add(new Located(assignment.span(), hit(0, 0, context)));
            }
        }
        boolean stateRequest = false;
        boolean withToken = false;
        for (ShellWord word : site.command().words()) {
            stateRequest |= !gitlab.addresses(word.text()).isEmpty();
            withToken |= gitlab.carriesTokenHeader(word.text());
        }
        if (stateRequest && withToken) {
            located.add(new Located(site.command().span(), hit(0, 0, context)));
        }
        return located;
    }

    private static Hit hit(int start, int end, RuleContext context) {
        return new Hit(
                start,
                end,
                "A GitLab credential opens OpenTofu state.",
                "No GitLab project or token may be the authority over the stacks' state ("
                        + context.contract().decisions().deploymentAuthority() + ").",
                "Use the S3 credentials of the bucket "
                        + context.contract().state().bucket() + ", passed as "
                        + String.join(" and ", context.contract().state().credentialVariables()) + ".");
    }
}
