package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.shell.Assignment;
import dev.tinyland.gf.shell.ShellWord;
import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A node's name used as a kubeconfig context. Nodes are placement input, never clusters. */
public final class WrongClusterContextRule extends WordRule {
    /** Keys and variables whose value is a kubeconfig context, wherever; the stacks' own are the contract's. */
    private static final Set<String> KEYS = Set.of(
            "context",
            "cluster-context",
            "clusterContext",
            "config_context",
            "kube_context",
            "kube-context",
            "kubeContext",
            "kubernetes_context",
            "current-context",
            "KUBE_CTX",
            "KUBE_CONTEXT",
            "KUBECONTEXT",
            "CLUSTER_CONTEXT");

    private static final Set<String> OPTIONS = Set.of("--context", "--kube-context");

    public WrongClusterContextRule() {
        super(Rules.everywhere(
                "wrong-cluster-context", "a node used as a cluster context", Severity.ERROR, Severity.WARNING));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return contract.cluster().placementNames();
    }

    /** Names of nodes are short, and stand in many a longer word. */
    @Override
    public boolean wholeWords() {
        return true;
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        List<String> nodes = context.contract().cluster().placementNames();
        if (isReading(passage) || !Markers.in(text.text(), nodes)) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        if (passage.role() == Role.VALUE && keys(context).contains(passage.key())) {
            Word.names(text.text()).stream()
                    .filter(word -> nodes.contains(word.text())
                            && word.text().length() == text.text().strip().length())
                    .forEach(word -> hits.add(hit(word.start(), word.end(), word.text(), context)));
            return hits;
        }
        String names = nodes.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String keys = keys(context).stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"));
        Matcher matcher = Pattern.compile("(?:--(?:kube-)?context[= ]\\s*|\\buse-context\\s+|(?<![\\w-])(?:" + keys
                        + ")\\s*[=:]\\s*)[\"']?(" + names + ")(?![\\w.-])")
                .matcher(text.text());
        while (matcher.find()) {
            hits.add(hit(matcher.start(1), matcher.end(1), matcher.group(1), context));
        }
        return hits;
    }

    @Override
    List<Located> hits(CommandSite site, RuleContext context) {
        List<String> nodes = context.contract().cluster().placementNames();
        List<Located> located = new ArrayList<>();
        List<ShellWord> words = site.command().words();
        for (int i = 1; i < words.size(); i++) {
            String before = words.get(i - 1).text();
            if (nodes.contains(words.get(i).text()) && (OPTIONS.contains(before) || before.equals("use-context"))) {
                located.add(
                        new Located(words.get(i).span(), hit(0, 0, words.get(i).text(), context)));
            }
        }
        for (Assignment assignment : site.command().assignments()) {
            if (keys(context).contains(assignment.name()) && nodes.contains(assignment.text())) {
                located.add(new Located(assignment.span(), hit(0, 0, assignment.text(), context)));
            }
        }
        return located;
    }

    private static Set<String> keys(RuleContext context) {
        String own = context.contract().cluster().contextVariable();
        Set<String> keys = new HashSet<>(KEYS);
        keys.add(own);
        keys.add("TF_VAR_" + own);
        return keys;
    }

    private static Hit hit(int start, int end, String node, RuleContext context) {
        return new Hit(
                start,
                end,
                node + " is a node of " + context.contract().cluster().name() + ", not a cluster.",
                "Nodes are placement input; dev and prod are environments of one cluster ("
                        + context.contract().decisions().deploymentAuthority() + ").",
                "Use the context " + context.contract().cluster().context() + ", and " + node
                        + " in a node selector if pods must stand there.");
    }
}
