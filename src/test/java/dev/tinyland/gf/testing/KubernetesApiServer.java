package dev.tinyland.gf.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A real Kubernetes API server (etcd and kube-apiserver) on loopback, reached by the real {@code kubectl}. There is no
 * kubelet and no controller.
 */
public final class KubernetesApiServer implements AutoCloseable {
    /** A member of {@code system:masters}. */
    public static final String ADMINISTRATOR = "administrator-token-0123456789";

    /** May get pods in namespace {@code arc-runners}. */
    public static final String READER = "reader-token-0123456789";

    /** May do nothing but ask who it is and what it may do. */
    public static final String NOBODY = "nobody-token-0123456789";

    private static final String ISSUER = "https://kubernetes.default.svc";
    private static final Map<String, String> PATH = Map.of("PATH", "/usr/local/bin:/usr/bin:/bin");

    private final Path folder;
    private final int port;
    private final KeyPair keys;
    private final Server etcd;
    private final Server server;

    private KubernetesApiServer(Path folder, int port, KeyPair keys, Server etcd, Server server) {
        this.folder = folder;
        this.port = port;
        this.keys = keys;
        this.etcd = etcd;
        this.server = server;
    }

    /** Starts both programs in a folder and waits until they answer. */
    public static KubernetesApiServer start(Path folder) throws IOException, InterruptedException {
        Path etcdProgram = TestTools.binary("etcd");
        Path serverProgram = TestTools.binary("kube-apiserver");
        KeyPair keys = rsa();
        write(folder.resolve("sa.key"), "PRIVATE KEY", keys.getPrivate().getEncoded());
        write(folder.resolve("sa.pub"), "PUBLIC KEY", keys.getPublic().getEncoded());
        Files.writeString(
                folder.resolve("tokens.csv"),
                ADMINISTRATOR + ",administrator,1,\"system:masters\"\n" + READER + ",reader,2\n" + NOBODY
                        + ",nobody,3\n");
        String client = "http://127.0.0.1:" + Server.freePort();
        String peer = "http://127.0.0.1:" + Server.freePort();
        Server etcd = new Server(
                List.of(
                        etcdProgram.toString(),
                        "--data-dir=" + folder.resolve("etcd"),
                        "--listen-client-urls=" + client,
                        "--advertise-client-urls=" + client,
                        "--listen-peer-urls=" + peer,
                        "--initial-advertise-peer-urls=" + peer,
                        "--initial-cluster=default=" + peer,
                        "--unsafe-no-fsync"),
                PATH,
                folder);
        int port = Server.freePort();
        Server server = new Server(
                List.of(
                        serverProgram.toString(),
                        "--etcd-servers=" + client,
                        "--bind-address=127.0.0.1",
                        "--advertise-address=127.0.0.1",
                        "--secure-port=" + port,
                        "--cert-dir=" + folder.resolve("certificates"),
                        "--service-cluster-ip-range=10.0.0.0/24",
                        "--service-account-issuer=" + ISSUER,
                        "--service-account-key-file=" + folder.resolve("sa.pub"),
                        "--service-account-signing-key-file=" + folder.resolve("sa.key"),
                        "--authorization-mode=RBAC",
                        "--token-auth-file=" + folder.resolve("tokens.csv"),
                        "--disable-admission-plugins=ServiceAccount"),
                PATH,
                folder);
        KubernetesApiServer started = new KubernetesApiServer(folder, port, keys, etcd, server);
        server.await(started::ready, Duration.ofMinutes(2));
        return started;
    }

    public String url() {
        return "https://127.0.0.1:" + port;
    }

    /** The server's own authority, as a kubeconfig carries it. */
    public String authority() throws IOException {
        byte[] certificate = Files.readAllBytes(folder.resolve("certificates/apiserver.crt"));
        return Base64.getEncoder().encodeToString(certificate);
    }

    /** A kubeconfig with one context, {@code honey}. */
    public String kubeconfig(String token) throws IOException {
        return """
            apiVersion: v1
            kind: Config
            clusters:
            - name: honey
              cluster:
                server: %s
                certificate-authority-data: %s
            contexts:
            - name: honey
              context: {cluster: honey, user: deployer}
            users:
            - name: deployer
              user:
                token: %s
            """.formatted(url(), authority(), token);
    }

    /** Runs kubectl as administrator. */
    public CommandResult kubectl(String... arguments) throws IOException, InterruptedException {
        Path file = folder.resolve("administrator.yaml");
        Files.writeString(file, kubeconfig(ADMINISTRATOR));
        List<String> command = new ArrayList<>(List.of("kubectl", "--kubeconfig=" + file, "--context=honey"));
        command.addAll(List.of(arguments));
        return ChildProcess.of(command)
                .in(folder)
                .with(PATH)
                .with("HOME", folder.toString())
                .run();
    }

    /** A service account's token, signed with the server's own key, with an end of our choosing. */
    public String serviceAccountToken(long issuedAt, long expires) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String header = encoder.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        String claims = encoder.encodeToString(
                """
                {"iss":"%s","aud":["%s"],"sub":"system:serviceaccount:arc-runners:deployer","iat":%d,"nbf":%d,"exp":%d,
                 "kubernetes.io":{"namespace":"arc-runners","serviceaccount":{"name":"deployer","uid":"none"}}}
                """.formatted(ISSUER, ISSUER, issuedAt, issuedAt, expires).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(keys.getPrivate());
            signer.update((header + "." + claims).getBytes(StandardCharsets.UTF_8));
            return header + "." + claims + "." + encoder.encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean ready() throws IOException, InterruptedException {
        return Files.exists(folder.resolve("certificates/apiserver.crt"))
                && kubectl("get", "--raw", "/readyz").output().equals("ok");
    }

    @Override
    public void close() throws IOException {
        server.close();
        etcd.close();
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String label, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + label + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                        + "-----\n");
    }
}
