package dev.tinyland.gf.kube;

import dev.tinyland.gf.secret.Secret;
import java.util.Optional;

/** Writes the smallest kubeconfig that selects one context: YAML with every value in double quotes. */
public final class KubeconfigFile {
    private KubeconfigFile() {}

    /** The text of the file; it holds the credentials. */
    public static String write(
            Kubeconfig.Context context, Kubeconfig.Cluster cluster, Kubeconfig.User user, ServerAddress server) {
        StringBuilder text = new StringBuilder();
        text.append("apiVersion: v1\nkind: Config\n");
        line(text, "current-context", Optional.of(context.name()), "");
        text.append("clusters:\n  - name: ").append(quoted(cluster.name())).append("\n    cluster:\n");
        line(text, "server", Optional.of(server.toString()), "      ");
        line(
                text,
                "certificate-authority-data",
                cluster.authority().map(data -> data.replaceAll("\\s+", "")),
                "      ");
        line(text, "tls-server-name", cluster.serverName(), "      ");
        text.append("contexts:\n  - name: ").append(quoted(context.name())).append("\n    context:\n");
        line(text, "cluster", Optional.of(cluster.name()), "      ");
        line(text, "user", Optional.of(user.name()), "      ");
        line(text, "namespace", context.namespace(), "      ");
        text.append("users:\n  - name: ").append(quoted(user.name())).append("\n    user:\n");
        line(text, "token", user.token().map(Secret::reveal), "      ");
        line(text, "client-certificate-data", packed(user.certificate()), "      ");
        line(text, "client-key-data", packed(user.key()), "      ");
        return text.toString();
    }

    private static Optional<String> packed(Optional<Secret> data) {
        return data.map(secret -> secret.reveal().replaceAll("\\s+", ""));
    }

    private static void line(StringBuilder text, String key, Optional<String> value, String indent) {
        value.ifPresent(present -> text.append(indent)
                .append(key)
                .append(": ")
                .append(quoted(present))
                .append('\n'));
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0x2028 || c == 0x2029) {
                text.append(String.format(java.util.Locale.ROOT, "\\u%04X", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
