package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.Legacy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells GitLab as the keeper of OpenTofu state from GitLab as a forge, a provider and a runner: a GitLab word counts only
 * beside a cue of state.
 */
final class GitLabState {
    private final Contract contract;
    private final Legacy.GitLab gitlab;

    GitLabState(Contract contract) {
        this.contract = contract;
        this.gitlab = contract.legacy().gitlab();
    }

    /** One of these stands in every text that says anything of GitLab's state or of a token for it. */
    List<String> words() {
        List<String> words = new ArrayList<>(gitlab.tokenVariables());
        words.add(gitlab.tokenPrefix());
        words.add(gitlab.tokenUser());
        words.add(gitlab.statePath());
        words.add("gitlab");
        return words;
    }

    /**
     * Addresses of GitLab's state API: the state path below a project, or the bare state path as the address of a backend,
     * as in an elided example.
     */
    List<Word> addresses(String text) {
        if (!text.contains(gitlab.statePath())) {
            return List.of();
        }
        String path = Pattern.quote(gitlab.statePath());
        String notWord = "[^\\s\"'`,;]";
        Matcher matcher = Pattern.compile("(?:projects/" + notWord + "+?/|address\\s*=\\s*\"?" + notWord + "*/)" + path
                        + "(?![\\w-])" + notWord + "*")
                .matcher(text);
        List<Word> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(new Word(matcher.group(), matcher.start(), matcher.end()));
        }
        return found;
    }

    /** Whether a sentence says that state is kept at GitLab, now. */
    boolean isSaidToKeepState(Sentence sentence) {
        if (!mentionsGitLab(sentence) || !sentence.says("state") || isDenied(sentence)) {
            return false;
        }
        boolean backend = sentence.says("backend", "backends");
        boolean kept = sentence.says("store", "stores", "stored", "kept", "keeps", "lives", "managed", "held");
        boolean tofu = sentence.says("tofu", "opentofu", "terraform", "remote");
        return backend || kept && tofu;
    }

    /** Whether a text tells readers to open state with a GitLab credential; where it does, the place to point at. */
    Optional<Word> credential(String text) {
        if (!Markers.inAnyCase(text, "gitlab")) {
            return Optional.empty();
        }
        Sentence whole = new Sentence(text, 0);
        boolean stateCue = text.contains(contract.legacy().http().variablePrefix())
                || whole.says("state") && whole.says("backend", "lock", "password", "authentication");
        if (!stateCue || !mentionsGitLab(whole) || isDenied(whole)) {
            return Optional.empty();
        }
        Matcher token = Pattern.compile("(?i)\\b(?:GitLab\\s+)?(?:PAT|personal\\s+access\\s+token|job\\s+token)\\b")
                .matcher(text);
        return token.find() ? Optional.of(new Word(token.group(), token.start(), token.end())) : Optional.empty();
    }

    /** Whether a value is, or takes its value from, a GitLab token. */
    boolean isToken(String value) {
        return value.contains(gitlab.tokenPrefix())
                || Word.identifiers(value).stream()
                        .anyMatch(word -> gitlab.tokenVariables().contains(word.text()))
                || Word.names(value).stream().anyMatch(word -> word.text().equals(gitlab.tokenUser()));
    }

    /** Whether a text carries an HTTP header with a GitLab token. */
    boolean carriesTokenHeader(String text) {
        return gitlab.tokenHeaders().stream().anyMatch(header -> text.contains(header + ":"));
    }

    private static boolean mentionsGitLab(Sentence sentence) {
        return sentence.says("gitlab");
    }

    /** Whether the sentence itself labels or denies what it says. */
    private boolean isDenied(Sentence sentence) {
        boolean labelled = contract.legacy().labelWords().stream().anyMatch(sentence::saysPhrase);
        return labelled
                || sentence.says("not", "never", "without", "stop", "former", "formerly", "previously", "migrated")
                        && !sentence.text().toLowerCase(Locale.ROOT).contains("not set");
    }
}
