package dev.tinyland.gf.kube;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A kubeconfig with one good context, to be spoilt. */
public final class KubeconfigBuilder {
    /** The time of these tests. */
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static final KeyPair AUTHORITY = TestCertificates.ecKey();

    public String context = "honey";
    public String cluster = "honey";
    public String user = "deployer";
    public String server = "https://100.113.89.12:6443";
    public @Nullable String authority = TestCertificates.certificate(
            AUTHORITY, "authority", NOW.minusSeconds(86_400), NOW.plusSeconds(86_400L * 365));
    public @Nullable String token = "opaque-token-0123456789";
    public @Nullable String certificate;
    public @Nullable String key;
    public List<String> clusterLines = new ArrayList<>();
    public List<String> userLines = new ArrayList<>();
    public List<String> otherContexts = new ArrayList<>();

    /** The YAML. */
    public String text() {
        StringBuilder text = new StringBuilder("apiVersion: v1\nkind: Config\ncurrent-context: " + context + "\n");
        text.append("clusters:\n- name: ")
                .append(cluster)
                .append("\n  cluster:\n    server: ")
                .append(server)
                .append('\n');
        if (authority != null) {
            text.append("    certificate-authority-data: ").append(authority).append('\n');
        }
        clusterLines.forEach(line -> text.append("    ").append(line).append('\n'));
        text.append("contexts:\n- name: ")
                .append(context)
                .append("\n  context:\n    cluster: ")
                .append(cluster);
        text.append("\n    user: ").append(user).append("\n    namespace: arc-runners\n");
        for (String other : otherContexts) {
            text.append("- name: ")
                    .append(other)
                    .append("\n  context: {cluster: ")
                    .append(cluster);
            text.append(", user: ").append(user).append("}\n");
        }
        text.append("users:\n- name: ").append(user).append("\n  user:\n");
        if (token != null) {
            text.append("    token: ").append(token).append('\n');
        }
        if (certificate != null) {
            text.append("    client-certificate-data: ").append(certificate).append('\n');
        }
        if (key != null) {
            text.append("    client-key-data: ").append(key).append('\n');
        }
        userLines.forEach(line -> text.append("    ").append(line).append('\n'));
        if (token == null && certificate == null && key == null && userLines.isEmpty()) {
            text.append("    {}\n");
        }
        return text.toString();
    }

    public KubeconfigBuilder with(UnaryOperator<KubeconfigBuilder> change) {
        return change.apply(this);
    }

    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A token of the shape of a service account's. */
    public static String jwt(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    }
}
