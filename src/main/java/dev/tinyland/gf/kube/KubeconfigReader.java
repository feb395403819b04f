package dev.tinyland.gf.kube;

import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.CoreType;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlParser;
import dev.tinyland.gf.yaml.YamlResult;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a kubeconfig strictly: one document, no duplicate keys, {@code kind: Config}, lists of named objects with names
 * that are unique. It runs nothing and falls back to nothing. Both Java clients of Kubernetes run a user's {@code exec}
 * entry while they load the file, and one dials {@code kubernetes.default.svc} when a context is missing.
 */
public final class KubeconfigReader {
    private final List<Secret> credentials;

    private KubeconfigReader(List<Secret> credentials) {
        this.credentials = credentials;
    }

    public static KubeconfigResult read(String text) {
        if (text.length() > KubeconfigText.LONGEST) {
            return new KubeconfigResult.Malformed(false, "it is longer than 1 MiB", CredentialFinder.inText(text));
        }
        YamlResult result = YamlParser.parse(Fragment.whole(new SourceFile("kubeconfig", text)));
        return switch (result) {
            case YamlResult.Unreadable unreadable ->
                new KubeconfigResult.Malformed(
                        false,
                        "it is not readable YAML near line "
                                + lineOf(text, unreadable.problem().span().start()),
                        CredentialFinder.inText(text));
            case YamlResult.Parsed parsed -> read(text, parsed);
        };
    }

    private static KubeconfigResult read(String text, YamlResult.Parsed parsed) {
        List<Secret> credentials = new ArrayList<>(CredentialFinder.inText(text));
        parsed.documents().forEach(document -> credentials.addAll(CredentialFinder.inNode(document)));
        KubeconfigReader reader = new KubeconfigReader(credentials);
        try {
            if (!parsed.problems().isEmpty()) {
                int line = lineOf(text, parsed.problems().getFirst().span().start());
                throw new Wrong(true, "a key stands twice, or is no plain name, in line " + line);
            }
            if (parsed.documents().size() != 1) {
                throw new Wrong(false, "it has " + parsed.documents().size() + " documents, not one");
            }
            return new KubeconfigResult.Read(
                    reader.kubeconfig(parsed.documents().getFirst()), credentials);
        } catch (Wrong wrong) {
            return new KubeconfigResult.Malformed(wrong.duplicate, wrong.message, credentials);
        }
    }

    private Kubeconfig kubeconfig(YamlNode root) {
        YamlMapping top = mapping(root, "the document");
        if (!text(top, "", "kind").filter("Config"::equals).isPresent()) {
            throw new Wrong(false, "kind is not Config");
        }
        if (!text(top, "", "apiVersion").filter("v1"::equals).isPresent()) {
            throw new Wrong(false, "apiVersion is not v1");
        }
        List<Kubeconfig.Cluster> clusters = new ArrayList<>();
        for (Entry entry : entries(top, "clusters", "cluster")) {
            clusters.add(cluster(entry));
        }
        List<Kubeconfig.Context> contexts = new ArrayList<>();
        for (Entry entry : entries(top, "contexts", "context")) {
            contexts.add(new Kubeconfig.Context(
                    entry.name,
                    required(entry.body, entry.path, "cluster"),
                    required(entry.body, entry.path, "user"),
                    text(entry.body, entry.path, "namespace")));
        }
        List<Kubeconfig.User> users = new ArrayList<>();
        for (Entry entry : entries(top, "users", "user")) {
            users.add(user(entry));
        }
        return new Kubeconfig(clusters, contexts, users);
    }

    private static Kubeconfig.Cluster cluster(Entry entry) {
        return new Kubeconfig.Cluster(
                entry.name,
                required(entry.body, entry.path, "server"),
                text(entry.body, entry.path, "certificate-authority-data"),
                text(entry.body, entry.path, "certificate-authority"),
                flag(entry.body, entry.path, "insecure-skip-tls-verify"),
                text(entry.body, entry.path, "tls-server-name"),
                text(entry.body, entry.path, "proxy-url"));
    }

    private Kubeconfig.User user(Entry entry) {
        YamlMapping body = entry.body;
        List<String> files = new ArrayList<>();
        for (String key : List.of("tokenFile", "client-certificate", "client-key")) {
            text(body, entry.path, key).ifPresent(_ -> files.add(key));
        }
        List<String> runs = new ArrayList<>();
        for (String key : List.of("exec", "auth-provider")) {
            if (present(body, key)) {
                runs.add(key);
            }
        }
        boolean impersonates = body.entries().stream()
                .anyMatch(field -> field.key().value().startsWith("as") && present(field.value()));
        boolean password = text(body, entry.path, "username").isPresent()
                || text(body, entry.path, "password").isPresent();
        return new Kubeconfig.User(
                entry.name,
                secret(body, entry.path, "token"),
                secret(body, entry.path, "client-certificate-data"),
                secret(body, entry.path, "client-key-data"),
                files,
                password,
                runs,
                impersonates);
    }

    private record Entry(String name, YamlMapping body, String path) {}

    private static List<Entry> entries(YamlMapping top, String list, String body) {
        Optional<YamlNode> node = top.get(list).filter(KubeconfigReader::present);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof YamlSequence sequence)) {
            throw new Wrong(false, list + " is not a list");
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            String path = list + "[" + i + "]";
            YamlMapping item = mapping(sequence.items().get(i), path);
            String name = required(item, path, "name");
            if (!names.add(name)) {
                throw new Wrong(true, path + ".name stands in the list twice");
            }
            Optional<YamlNode> inner = item.get(body).filter(KubeconfigReader::present);
            if (inner.isEmpty()) {
                throw new Wrong(false, path + "." + body + " is missing");
            }
            entries.add(new Entry(name, mapping(inner.get(), path + "." + body), path + "." + body));
        }
        return entries;
    }

    private static YamlMapping mapping(YamlNode node, String path) {
        if (node instanceof YamlMapping mapping) {
            return mapping;
        }
        throw new Wrong(false, path + " is not a mapping");
    }

    private static String required(YamlMapping mapping, String path, String key) {
        Optional<String> value = text(mapping, path, key);
        if (value.isEmpty()) {
            throw new Wrong(false, path + "." + key + " is missing or empty");
        }
        return value.get();
    }

    private Optional<Secret> secret(YamlMapping mapping, String path, String key) {
        Optional<Secret> value = text(mapping, path, key).map(Secret::of);
        value.ifPresent(credentials::add);
        return value;
    }

    private static Optional<String> text(YamlMapping mapping, String path, String key) {
        Optional<YamlNode> node = mapping.get(key).filter(KubeconfigReader::present);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!(node.get() instanceof YamlScalar scalar)) {
            throw new Wrong(false, (path.isEmpty() ? "" : path + ".") + key + " is not a plain value");
        }
        return Optional.of(scalar.value().strip()).filter(value -> !value.isEmpty());
    }

    private static boolean flag(YamlMapping mapping, String path, String key) {
        Optional<YamlNode> node = mapping.get(key).filter(KubeconfigReader::present);
        if (node.isEmpty()) {
            return false;
        }
        if (node.get() instanceof YamlScalar scalar && scalar.type() == CoreType.BOOLEAN) {
            return Boolean.parseBoolean(scalar.value());
        }
        throw new Wrong(false, path + "." + key + " is not true or false");
    }

    private static boolean present(YamlMapping mapping, String key) {
        return mapping.get(key).filter(KubeconfigReader::present).isPresent();
    }

    private static boolean present(YamlNode node) {
        return !(node instanceof YamlScalar scalar && scalar.type() == CoreType.NULL);
    }

    private static int lineOf(String text, int offset) {
        return new SourceFile("kubeconfig", text)
                .position(Math.min(offset, text.length()))
                .line();
    }

    /** Leaves the descent; never escapes this class. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final boolean duplicate;
        private final String message;

        Wrong(boolean duplicate, String message) {
            super(message, null, false, false);
            this.duplicate = duplicate;
            this.message = message;
        }
    }
}
