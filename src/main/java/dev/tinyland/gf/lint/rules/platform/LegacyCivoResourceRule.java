package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.HostMention;
import dev.tinyland.gf.contract.HostScanner;
import dev.tinyland.gf.contract.Legacy;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Things of the retired cloud that a file still asks for: provider, resources, storage classes, endpoints, node labels. */
public final class LegacyCivoResourceRule extends WordRule {

    public LegacyCivoResourceRule() {
        super(Rules.everywhere(
                "legacy-civo-resource",
                "a provider, storage class, object store or endpoint of the retired cloud",
                Severity.WARNING,
                Severity.WARNING));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return markers(contract.legacy().civo());
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        if (isReading(passage)
                || !Markers.in(text.text(), markers(context.contract().legacy().civo()))) {
            return List.of();
        }
        Legacy.Civo civo = context.contract().legacy().civo();
        String plain = text.text();
        String cluster = context.contract().cluster().name();
        List<Hit> hits = new ArrayList<>();
        Word.names(plain).stream()
                .filter(word -> civo.storageClasses().contains(word.text()))
                .forEach(word -> hits.add(
                        hit(word, "The storage class " + word.text(), "Use a storage class of " + cluster, context)));
        Word.identifiers(plain).stream()
                .filter(word -> word.text().startsWith(civo.resourcePrefix()))
                .filter(word -> !civo.variables().contains(word.text()))
                .forEach(word -> hits.add(
                        hit(word, "The resource type " + word.text(), "Remove it: stacks run on " + cluster, context)));
        providers(plain, passage, civo)
                .forEach(word -> hits.add(
                        hit(word, "The provider " + word.text(), "Remove it: stacks run on " + cluster, context)));
        HostScanner.scan(plain).stream()
                .filter(mention -> isEndpoint(mention, plain, civo))
                .map(mention -> new Word(mention.host(), mention.start(), mention.end()))
                .forEach(word ->
                        hits.add(hit(word, word.text(), "Use what stands on " + cluster + " in its place", context)));
        hits.sort(Comparator.comparingInt(Hit::start));
        return hits;
    }

    private static List<String> markers(Legacy.Civo civo) {
        List<String> markers = new ArrayList<>(civo.domains());
        markers.addAll(civo.storageClasses());
        markers.addAll(civo.providers());
        markers.addAll(civo.labelDomains());
        markers.add(civo.resourcePrefix());
        markers.add(civo.providerName());
        return markers;
    }

    private static Hit hit(Word word, String what, String next, RuleContext context) {
        return new Hit(
                word.start(),
                word.end(),
                what + " belongs to the retired "
                        + context.contract().legacy().civo().word() + " environment.",
                context.contract().cluster().name() + " is the only cluster ("
                        + context.contract().decisions().deploymentAuthority() + ").",
                next + ".");
    }

    /** Provider sources, and the heads of provider blocks. */
    private static List<Word> providers(String text, Passage passage, Legacy.Civo civo) {
        List<Word> found = new ArrayList<>();
        for (String source : civo.providers()) {
            if (passage.key().equals("source") && text.strip().equals(source)) {
                found.add(new Word(source, 0, text.length()));
            }
            collect(found, "\"(" + Pattern.quote(source) + ")\"", text);
        }
        if (passage.key().equals("provider") && text.strip().equals(civo.providerName())) {
            found.add(new Word(civo.providerName(), 0, text.length()));
        }
        collect(found, "(?m)^\\s*provider\\s+\"(" + Pattern.quote(civo.providerName()) + ")\"", text);
        return found;
    }

    private static void collect(List<Word> found, String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(new Word(matcher.group(1), matcher.start(1), matcher.end(1)));
        }
    }

    /** A host of the cloud that serves something, or a node label of it; its web site and its installer are neither. */
    private static boolean isEndpoint(HostMention mention, String text, Legacy.Civo civo) {
        if (civo.labelDomains().contains(mention.host())) {
            return text.startsWith("/", mention.end());
        }
        return civo.domains().stream()
                .anyMatch(domain -> mention.isAtOrBelow(domain)
                        && !mention.host().equals(domain)
                        && !mention.host().equals("www." + domain));
    }
}
