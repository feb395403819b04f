package dev.tinyland.gf.access.kubeconfig;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.actions.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One verb the caller needs, as {@code kubectl auth can-i} writes it: {@code get pods -n arc-runners}, {@code list
 * autoscalingrunnersets.actions.github.com -n arc-runners}, {@code create pods/exec -n x}, {@code get /metrics}.
 *
 * @param text the question as asked
 * @param namespace the namespace; empty for all of them, and for resources without one
 */
record AccessQuestion(
        String text, String verb, String resource, String group, String subresource, Optional<String> namespace) {
    private static final Pattern WORD = Pattern.compile("[a-z0-9*][a-z0-9.*-]*");
    private static final Pattern TARGET = Pattern.compile("[a-z0-9*][a-z0-9.*-]*(/[a-z0-9*-]+)?");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._/*-]*");

    static AccessQuestion parse(String text) {
        List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+", -1)));
        Optional<String> namespace = Optional.empty();
        for (int i = 2; i < words.size(); i++) {
            String word = words.get(i);
            if ((word.equals("-n") || word.equals("--namespace")) && i + 1 < words.size() && i + 2 == words.size()) {
                namespace = Optional.of(words.get(i + 1));
                words.subList(i, words.size()).clear();
            } else if (word.equals("-A") && i + 1 == words.size()) {
                words.remove(i);
            }
        }
        boolean shaped = words.size() == 2
                && WORD.matcher(words.get(0)).matches()
                && (TARGET.matcher(words.get(1)).matches()
                        || PATH.matcher(words.get(1)).matches())
                && namespace.map(name -> WORD.matcher(name).matches()).orElse(true);
        if (!shaped) {
            throw new InputException(
                    "verify-access",
                    "verify-access has a line that is not VERB RESOURCE [-n NAMESPACE]; write it as in: get pods -n"
                            + " arc-runners");
        }
        String target = words.get(1);
        if (target.startsWith("/")) {
            return new AccessQuestion(text.strip(), words.get(0), target, "", "", Optional.empty());
        }
        int slash = target.indexOf('/');
        String subresource = slash < 0 ? "" : target.substring(slash + 1);
        String full = slash < 0 ? target : target.substring(0, slash);
        int dot = full.indexOf('.');
        String group = dot < 0 ? "" : full.substring(dot + 1);
        String resource = dot < 0 ? full : full.substring(0, dot);
        return new AccessQuestion(text.strip(), words.get(0), resource, group, subresource, namespace);
    }

    /** The body of a SelfSubjectAccessReview. */
    String review() {
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        review.put("apiVersion", "authorization.k8s.io/v1");
        review.put("kind", "SelfSubjectAccessReview");
        ObjectNode spec = review.putObject("spec");
        if (resource.startsWith("/")) {
            spec.putObject("nonResourceAttributes").put("path", resource).put("verb", verb);
        } else {
            ObjectNode attributes = spec.putObject("resourceAttributes");
            attributes.put("verb", verb).put("resource", resource).put("group", group);
            if (!subresource.isEmpty()) {
                attributes.put("subresource", subresource);
            }
            namespace.ifPresent(name -> attributes.put("namespace", name));
        }
        return review.toString();
    }
}
