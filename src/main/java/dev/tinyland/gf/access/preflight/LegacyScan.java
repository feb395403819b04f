package dev.tinyland.gf.access.preflight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Optional;
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

    /**
     * Places with a name of the past, as {@code FILE:LINE what}; without the line in a JSON file.
     *
     * @return empty when the file cannot be read to its end, so that nothing can be said of it
     */
    Optional<List<String>> inFile(SourceFile source) {
        List<String> found = new ArrayList<>();
        if (source.path().endsWith(".json")) {
            try {
                inJson(source, new ObjectMapper().readTree(source.text()), found);
                return Optional.of(found);
            } catch (JsonProcessingException notJson) {
                return Optional.empty();
            }
        }
        HclFile file = HclParser.parse(Fragment.whole(source));
        if (!file.problems().isEmpty()) {
            return Optional.empty();
        }
        file.items().forEach(item -> inItem(source, item, found));
        return Optional.of(found);
    }

    private void inJson(SourceFile source, JsonNode node, List<String> found) {
        Legacy.Civo civo = contract.legacy().civo();
        node.properties().forEach(field -> {
            String key = field.getKey();
            boolean name = civo.variables().contains(key)
                    || key.startsWith(civo.resourcePrefix())
                    || key.equals(civo.providerName());
            if (name) {
                found.add(source.path() + " " + key);
            }
        });
        node.forEach(child -> inJson(source, child, found));
        if (node.isTextual()) {
            inText(node.asText()).forEach(what -> found.add(source.path() + " " + what));
        }
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
        inText(text.text()).forEach(what -> add(source, text.span(), what, found));
    }

    private List<String> inText(String value) {
        List<String> found = new ArrayList<>();
        Legacy.Civo civo = contract.legacy().civo();
        if (contract.cluster().residualContexts().contains(value)) {
            found.add("context " + value);
        }
        if (civo.providers().contains(value) || civo.storageClasses().contains(value)) {
            found.add(value);
        }
        for (HostMention mention : HostScanner.scan(value)) {
            civo.domains().stream().filter(mention::isAtOrBelow).forEach(_ -> found.add(mention.host()));
        }
        for (RetiredMatch match : matcher.retired(value)) {
            found.add(value.substring(match.start(), match.end()));
        }
        return found;
    }

    private static void add(SourceFile source, Span span, String what, List<String> found) {
        found.add(source.path() + ":" + source.position(span.start()).line() + " " + what);
    }
}
