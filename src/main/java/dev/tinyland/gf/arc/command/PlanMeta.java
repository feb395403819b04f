package dev.tinyland.gf.arc.command;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.arc.rule.PlanScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code plan.meta.json} beside a plan says of how it was made.
 *
 * @param jsonDigest SHA-256 of the plan's JSON in hexadecimal, where it is given
 */
record PlanMeta(PlanScope scope, Optional<String> jsonDigest) {

    /** Reads the file. */
    static PlanMeta read(byte[] bytes) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(bytes);
        } catch (JacksonException broken) {
            throw new InputException("plan-meta", "plan-meta is no JSON; give the plan.meta.json that tofu-plan wrote");
        } catch (IOException e) {
            throw new InputException("plan-meta", "plan-meta cannot be read");
        }
        List<String> targets = new ArrayList<>();
        boolean says = false;
        for (String key : List.of("targets", "excludes")) {
            says |= root.path(key).isArray();
            root.path(key).forEach(target -> targets.add(target.asText()));
        }
        return new PlanMeta(
                new PlanScope(
                        Optional.of(root.path("refresh"))
                                .filter(JsonNode::isBoolean)
                                .map(JsonNode::booleanValue),
                        says ? Optional.of(List.copyOf(targets)) : Optional.empty()),
                Optional.of(root.path("jsonSha256")).filter(JsonNode::isTextual).map(JsonNode::textValue));
    }
}
