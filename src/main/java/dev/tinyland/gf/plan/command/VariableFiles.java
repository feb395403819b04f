package dev.tinyland.gf.plan.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.hcl.HclBlock;
import dev.tinyland.gf.hcl.HclItem;
import dev.tinyland.gf.hcl.HclParser;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.tofu.backend.StackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variable files of a plan, in the order in which later ones win. */
final class VariableFiles {
    private VariableFiles() {}

    /**
     * {@code ENV.tfvars}, the caller's files, the caller's variables, and what the platform decides for variables that the
     * stack declares.
     *
     * @param decided values by variable name; one the stack does not declare is left out
     */
    static List<Path> of(
            Path stack,
            String environment,
            List<Path> given,
            Optional<String> variables,
            Map<String, String> decided,
            PlanFiles files)
            throws IOException {
        List<Path> all = new ArrayList<>();
        Path own = stack.resolve(environment + ".tfvars");
        if (Files.isRegularFile(own)) {
            all.add(own.toAbsolutePath());
        }
        given.stream().map(Path::toAbsolutePath).forEach(all::add);
        if (variables.isPresent()) {
            Path file = files.folder().resolve("variables.tfvars");
            files.write(file, variables.get() + "\n");
            all.add(file);
        }
        Set<String> declared = declared(stack);
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> value : decided.entrySet()) {
            if (declared.contains(value.getKey())) {
                text.append(value.getKey())
                        .append(" = ")
                        .append(literal(value.getValue()))
                        .append('\n');
            }
        }
        if (!text.isEmpty()) {
            Path file = files.folder().resolve("platform.tfvars");
            files.write(file, text.toString());
            all.add(file);
        }
        return all;
    }

    /** Names of the variables a stack declares. */
    static Set<String> declared(Path stack) throws IOException {
        Set<String> names = new HashSet<>();
        for (SourceFile file : StackFiles.read(stack).files().values()) {
            if (file.path().endsWith(".json")) {
                try {
                    new ObjectMapper()
                            .readTree(file.text())
                            .path("variable")
                            .fieldNames()
                            .forEachRemaining(names::add);
                } catch (JsonProcessingException notJson) {
                    // OpenTofu itself says so, with the line.
                }
            } else {
                for (HclItem item : HclParser.parse(Fragment.whole(file)).items()) {
                    if (item instanceof HclBlock block
                            && block.type().text().equals("variable")
                            && block.labels().size() == 1) {
                        names.add(block.labels().getFirst().text());
                    }
                }
            }
        }
        return names;
    }

    private static String literal(String value) {
        return "\""
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("${", "$${")
                        .replace("%{", "%%{") + "\"";
    }
}
