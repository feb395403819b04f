package dev.tinyland.gf.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.Gf;
import dev.tinyland.gf.actions.Host;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JBang's two catalogs, as they should be: the checkout's, whose aliases start the entries, and the organization's, whose
 * aliases name those of the tag's release tree. Both have one alias for each tool, under the tool's name; the linter has
 * an entry of its own, and the completion script is asked of the whole program.
 */
final class CatalogFiles {
    static final Path CHECKOUT = Path.of("jbang-catalog.json");
    static final Path ORGANIZATION = Path.of("packaging/jbang-catalog/jbang-catalog.json");

    /** Names that are no aliases of their own. */
    private static final Map<String, String> OTHERWISE =
            Map.of("lint", "it is gf-lint", "generate-completion", "it is of gf alone");

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> descriptions = new LinkedHashMap<>();

    CatalogFiles(Host host) {
        descriptions.put("gf", "Every tool for GloriousFlywheel as a subcommand");
        descriptions.put(
                "gf-lint",
                "Judges workflows, actions and documents: publication to caches, legacy endpoints, wrong clusters");
        Gf.on(host).getSubcommands().forEach((name, line) -> {
            if (!OTHERWISE.containsKey(name)) {
                descriptions.put(
                        name,
                        String.join(" ", line.getCommandSpec().usageMessage().description()));
            }
        });
    }

    /** What each file should hold. */
    Map<Path, String> expected() throws JsonProcessingException {
        ObjectNode checkout = json.createObjectNode();
        ObjectNode organization = json.createObjectNode();
        ObjectNode ofCheckout = checkout.putObject("aliases");
        ObjectNode ofOrganization = organization.putObject("aliases");
        descriptions.forEach((name, description) -> {
            ObjectNode alias = ofCheckout.putObject(name);
            JbangEntry entry = name.equals("gf-lint") ? JbangEntry.LINTER : JbangEntry.GF;
            alias.put("script-ref", entry.file().toString());
            if (!name.startsWith("gf")) {
                // Put before what the user types.
                alias.putArray("arguments").add(name);
            }
            alias.put("description", description);
            ofOrganization
                    .putObject(name)
                    .put("script-ref", name + "@tinyland/gf-actions/v1")
                    .put("description", description);
        });
        return Map.of(CHECKOUT, text(checkout), ORGANIZATION, text(organization));
    }

    private String text(ObjectNode catalog) throws JsonProcessingException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withSeparators(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return json.writer(printer).writeValueAsString(catalog) + "\n";
    }
}
