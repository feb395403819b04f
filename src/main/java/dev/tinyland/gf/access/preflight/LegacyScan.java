package dev.tinyland.gf.access.preflight;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.HostMatcher;
import dev.tinyland.gf.contract.HostMention;
import dev.tinyland.gf.contract.HostScanner;
import dev.tinyland.gf.contract.Legacy;
import dev.tinyland.gf.contract.RetiredMatch;
import dev.tinyland.gf.hcl.HclAttribute;
import dev.tinyland.gf.hcl.HclBlock;
import dev.tinyland.gf.hcl.HclFile;
import dev.tinyland.gf.hcl.HclItem;
import dev.tinyland.gf.hcl.HclParser;
import dev.tinyland.gf.hcl.HclString;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds names of the past in a stack's configuration: in values, block types and labels. Comments are history and are
 * left alone; gf-lint judges those.
 */
final class LegacyScan {
    private final Contract contract;
    private final HostMatcher matcher;

    LegacyScan(Contract contract) {
        this.contract = contract;
        this.matcher = new HostMatcher(contract);
    }

    /** Places with a name of the past, as {@code FILE:LINE what}. */
    List<String> inFile(SourceFile source) {
        HclFile file = HclParser.parse(Fragment.whole(source));
        List<String> found = new ArrayList<>();
        file.items().forEach(item -> inItem(source, item, found));
        return found;
    }

    /** Names of set variables that belong to environments of the past. */
    Set<String> inEnvironment(Set<String> names) {
        Legacy legacy = contract.legacy();
        Set<String> found = new TreeSet<>();
        for (String name : names) {
            boolean civo = name.startsWith(legacy.civo().environmentPrefix())
                    || legacy.civo().kubeconfigSecrets().contains(name);
            boolean gitlab = legacy.gitlab().tokenVariables().contains(name);
            if (civo || gitlab) {
                found.add(name);
            }
        }
        return found;
    }

    private void inItem(SourceFile source, HclItem item, List<String> found) {
        switch (item) {
            case HclAttribute attribute -> {
                if (contract.legacy()
                        .civo()
                        .variables()
                        .contains(attribute.name().text())) {
                    add(source, attribute.span(), "variable " + attribute.name().text(), found);
                }
                for (HclString string : attribute.value().strings()) {
                    inText(source, string.content(), found);
                }
            }
            case HclBlock block -> {
                inHeader(source, block, found);
                block.items().forEach(inner -> inItem(source, inner, found));
            }
        }
    }

    private void inHeader(SourceFile source, HclBlock block, List<String> found) {
        String type = block.type().text();
        String label = block.labels().isEmpty() ? "" : block.labels().getFirst().text();
        Legacy.Civo civo = contract.legacy().civo();
        boolean provider = type.equals("provider") && label.equals(civo.providerName());
        boolean resource = (type.equals("resource") || type.equals("data")) && label.startsWith(civo.resourcePrefix());
        boolean variable = type.equals("variable") && civo.variables().contains(label);
        if (provider || resource || variable) {
            add(source, block.header(), type + " " + label, found);
        }
    }

    private void inText(SourceFile source, Fragment text, List<String> found) {
        String value = text.text();
        Legacy.Civo civo = contract.legacy().civo();
        if (contract.cluster().residualContexts().contains(value)) {
            add(source, text.span(), "context " + value, found);
        }
        if (civo.providers().contains(value) || civo.storageClasses().contains(value)) {
            add(source, text.span(), value, found);
        }
        for (HostMention mention : HostScanner.scan(value)) {
            civo.domains().stream()
                    .filter(mention::isAtOrBelow)
                    .forEach(domain -> add(source, text.span(), mention.host(), found));
        }
        for (RetiredMatch match : matcher.retired(value)) {
            add(source, text.span(), value.substring(match.start(), match.end()), found);
        }
    }

    private static void add(SourceFile source, Span span, String what, List<String> found) {
        found.add(source.path() + ":" + source.position(span.start()).line() + " " + what);
    }
}
