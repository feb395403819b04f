package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.HostMention;
import dev.tinyland.gf.contract.HostScanner;
import dev.tinyland.gf.contract.Legacy;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cluster access by way of the retired cloud: its tool, credentials, kubeconfig secret, variable file. */
public final class LegacyCivoAccessRule extends WordRule {

    public LegacyCivoAccessRule() {
        super(Rules.everywhere(
                "legacy-civo-access",
                "cluster access by way of the retired cloud: its tool, credential, kubeconfig or variable file",
                Severity.ERROR,
                Severity.WARNING));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return markers(contract.legacy().civo());
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        Legacy.Civo civo = context.contract().legacy().civo();
        String plain = text.text();
        List<Hit> hits = new ArrayList<>();
        if (!Markers.in(passage.key(), markers(civo)) && !Markers.in(plain, markers(civo))) {
            return hits;
        }
        if (passage.role() == Role.VALUE && isCredentialName(passage.key(), civo)) {
            hits.add(hit(0, plain.length(), passage.key(), context));
        }
        if (passage.key().equals("uses") && usesAction(plain, civo)) {
            hits.add(hit(0, plain.length(), plain.strip(), context));
        }
        typedCommands(passage, plain, civo)
                .forEach(command -> hits.add(hit(command.start(), command.end(), "`" + command.text() + "`", context)));
        Word.identifiers(plain).stream()
                .filter(word -> isCredentialName(word.text(), civo))
                .filter(word -> !isReading(passage) || !civo.variables().contains(word.text()))
                .forEach(word -> hits.add(hit(word.start(), word.end(), word.text(), context)));
        Word.names(plain).stream()
                .filter(word -> word.text().equals(civo.variableFile()))
                .forEach(word -> hits.add(hit(word.start(), word.end(), word.text(), context)));
        HostScanner.scan(plain).stream()
                .filter(mention -> isInstaller(mention, plain, civo))
                .forEach(mention -> hits.add(hit(mention.start(), mention.end(), civo.installer(), context)));
        return hits;
    }

    @Override
    List<Located> hits(CommandSite site, RuleContext context) {
        String program = site.command().name().name();
        if (!context.contract().legacy().civo().commands().contains(program)) {
            return List.of();
        }
        Hit hit = hit(0, 0, "`" + program + "`", context);
        return List.of(new Located(site.command().span(), hit));
    }

    private static Hit hit(int start, int end, String what, RuleContext context) {
        String cluster = context.contract().cluster().name();
        String cloud = context.contract().legacy().civo().word();
        return new Hit(
                start,
                end,
                "Cluster access comes from " + cloud + ": " + what + ".",
                "No deployment surface may depend on a " + cloud + " bootstrap; " + cluster + " is the only cluster ("
                        + context.contract().decisions().deploymentAuthority() + ").",
                "Inject the kubeconfig from a secret and select the context "
                        + context.contract().cluster().context() + " with this repository's `kubeconfig` action.");
    }

    private static List<String> markers(Legacy.Civo civo) {
        List<String> markers = new ArrayList<>(civo.commands());
        markers.add(civo.environmentPrefix());
        markers.addAll(civo.kubeconfigSecrets());
        markers.addAll(civo.variables());
        markers.addAll(civo.actions());
        markers.add(civo.variableFile());
        markers.add(civo.installer());
        return markers;
    }

    private static boolean isCredentialName(String name, Legacy.Civo civo) {
        return name.startsWith(civo.environmentPrefix())
                || civo.kubeconfigSecrets().contains(name)
                || civo.variables().contains(name);
    }

    private static boolean usesAction(String uses, Legacy.Civo civo) {
        int at = uses.indexOf('@');
        String repository = (at < 0 ? uses : uses.substring(0, at)).strip();
        return civo.actions().stream()
                .anyMatch(action -> repository.equals(action) || repository.startsWith(action + "/"));
    }

    /** Commands in texts that no shell parser reads: inline code, and fences that name no language. */
    private static List<Word> typedCommands(Passage passage, String text, Legacy.Civo civo) {
        if (passage.role() != Role.INLINE_CODE && passage.role() != Role.BLOCK) {
            return List.of();
        }
        List<Word> found = new ArrayList<>();
        for (String command : civo.commands()) {
            Matcher matcher = Pattern.compile("(?m)^[ \\t]*(?:\\$ )?(" + Pattern.quote(command) + " [a-z][a-z-]*)")
                    .matcher(text);
            while (matcher.find()) {
                found.add(new Word(matcher.group(1), matcher.start(1), matcher.end(1)));
            }
        }
        return found;
    }

    private static boolean isInstaller(HostMention mention, String text, Legacy.Civo civo) {
        int slash = civo.installer().indexOf('/');
        return slash > 0
                && mention.host().equals(civo.installer().substring(0, slash))
                && text.startsWith(civo.installer().substring(slash), mention.end());
    }
}
