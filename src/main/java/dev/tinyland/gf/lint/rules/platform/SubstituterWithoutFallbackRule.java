package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.Endpoint;
import dev.tinyland.gf.contract.HostMention;
import dev.tinyland.gf.contract.HostScanner;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The platform's Nix cache as a substituter, where nothing that holds there turns on {@code fallback}. A cache that loses a body
 * must slow builds, not fail them.
 */
public final class SubstituterWithoutFallbackRule extends WordRule {
    private static final Pattern SUBSTITUTERS =
            Pattern.compile("\\b(?<!trusted-)(?:extra-)?substituters\\s*=\\s*([^;\\n]*(?:\\[[^\\]]*\\])?)");
    private static final Pattern FALLBACK =
            Pattern.compile("\\bfallback\\s*=\\s*true\\b|--fallback\\b|--option\\s+fallback\\s+true");

    public SubstituterWithoutFallbackRule() {
        super(Rules.everywhere(
                "substituter-without-fallback",
                "an Attic substituter without fallback = true",
                Severity.WARNING,
                Severity.WARNING));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return List.of("substituters");
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        boolean config = !isReading(passage) && passage.role() != Role.INLINE_CODE;
        if (!config || !text.text().contains("substituters") || hasFallback(passage, context)) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        Matcher setting = SUBSTITUTERS.matcher(text.text());
        while (setting.find()) {
            if (namesCache(setting.group(1), context)) {
                hits.add(hit(setting.start(), setting.end(1), context));
            }
        }
        return hits;
    }

    private static boolean namesCache(String value, RuleContext context) {
        List<String> hosts = context.contract().attic().endpoints().stream()
                .map(Endpoint::url)
                .flatMap(url -> HostScanner.scan(url).stream())
                .map(HostMention::host)
                .toList();
        return HostScanner.scan(value).stream().anyMatch(mention -> hosts.contains(mention.host()))
                || Word.identifiers(value).stream()
                        .anyMatch(word ->
                                word.text().equals(context.contract().attic().serverVariable()));
    }

    private static boolean hasFallback(Passage passage, RuleContext context) {
        return FALLBACK.matcher(SettingScope.of(passage, context)).find();
    }

    private static Hit hit(int start, int end, RuleContext context) {
        return new Hit(
                start,
                end,
                "The shared Nix cache is a substituter here, and nothing turns on `fallback`.",
                "A cache body can be lost while its metadata stays; builds must then go on without it ("
                        + context.contract().decisions().cacheAndStateRoles() + ").",
                "Add `fallback = true` beside the substituter, or build with `--fallback`.");
    }
}
