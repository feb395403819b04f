package dev.tinyland.gf.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.access.backend.BackendConfigCommand;
import dev.tinyland.gf.access.kubeconfig.KubeconfigCommand;
import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.kube.KubeconfigBuilder;
import dev.tinyland.gf.kube.TestCertificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** No planted credential appears in any output, summary, report, annotation or error. */
class LeakTests {
    private static final String EXTRA = "._~+/=|<>&*`-";

    /** How many inputs of each kind are generated; {@code LeakIT} takes thousands. */
    int runs() {
        return 250;
    }

    @TempDir
    private Path folder = Path.of("");

    @Test
    void noCredentialOfAKubeconfigLeaks() throws IOException {
        Leaks leaks = new Leaks(41);
        Map<String, Integer> verdicts = new TreeMap<>();
        String certificate = TestCertificates.certificate(
                TestCertificates.ecKey(),
                "deployer",
                KubeconfigBuilder.NOW.minusSeconds(9),
                KubeconfigBuilder.NOW.plusSeconds(9_999_999));
        String authority = KubeconfigBuilder.base64("x");
        KubeconfigBuilder good = new KubeconfigBuilder();
        for (int i = 0; i < runs(); i++) {
            List<String> planted = new ArrayList<>();
            String text = kubeconfig(leaks, planted, good.authority == null ? authority : good.authority, certificate);
            TestHost host = new TestHost(folder)
                    .inActions()
                    .at(Clock.fixed(KubeconfigBuilder.NOW, ZoneOffset.UTC))
                    .with("PATH", "/nowhere")
                    .with("GF_KUBECONFIG", form(leaks, text));
            if (leaks.sometimes(4)) {
                host.with("GF_VERIFY", "access");
            }
            Host seen = host.host();
            new CommandLine(new KubeconfigCommand(seen))
                    .setDefaultValueProvider(new EnvironmentDefaults(seen.environment()))
                    .execute();
            verdicts.merge(host.outputs().getOrDefault("verdict", "none"), 1, Integer::sum);
            leaks.search(host, folder, planted);
        }
        System.out.println(leaks.counted("kubeconfigs " + verdicts));
        assertEquals(runs(), leaks.runs);
        assertTrue(
                verdicts.keySet().containsAll(List.of("MALFORMED", "READY", "REFUSED", "UNVERIFIED")),
                verdicts::toString);
    }

    @Test
    void noCredentialOfABackendConfigurationLeaks() throws IOException {
        Leaks leaks = new Leaks(43);
        Map<String, Integer> verdicts = new TreeMap<>();
        for (int i = 0; i < runs(); i++) {
            List<String> planted = new ArrayList<>();
            boolean http = leaks.sometimes(2);
            String text = backend(leaks, planted, http);
            TestHost host = new TestHost(folder).inActions().with("GF_ALLOW", "s3,http-compat,gitlab-legacy");
            Path stack = Files.createDirectories(folder.resolve("tofu/stacks/attic"));
            Files.writeString(
                    stack.resolve("backend.tf"), "terraform { \n backend \"" + (http ? "http" : "s3") + "\" {}\n}\n");
            String input = leaks.sometimes(3)
                    ? Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                    : text;
            host.with("GF_BACKEND_CONFIG", input);
            if (leaks.sometimes(2)) {
                String access = leaks.credential("");
                String secret = leaks.credential("/+");
                host.with("GF_ACCESS_KEY", access).with("GF_SECRET_KEY", secret);
            }
            if (leaks.sometimes(3)) {
                host.with("GF_STRICT", "true");
            }
            Host seen = host.host();
            new CommandLine(new BackendConfigCommand(seen))
                    .setDefaultValueProvider(new EnvironmentDefaults(seen.environment()))
                    .execute("attic");
            verdicts.merge(host.outputs().getOrDefault("verdict", "none"), 1, Integer::sum);
            leaks.search(host, folder, planted);
        }
        System.out.println(leaks.counted("backend configurations " + verdicts));
        assertTrue(verdicts.keySet().containsAll(List.of("INVALID", "READY", "REFUSED")), verdicts::toString);
    }

    private static String kubeconfig(Leaks leaks, List<String> planted, String authority, String certificate) {
        KubeconfigBuilder builder = new KubeconfigBuilder();
        builder.authority = authority;
        String token = leaks.credential(EXTRA);
        planted.add(token);
        builder.token = "'" + token + "'";
        if (leaks.sometimes(3)) {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(leaks.someBytes(200));
            String pem = "-----BEGIN EC PRIVATE KEY-----\n" + body + "\n-----END EC PRIVATE KEY-----\n";
            builder.key = KubeconfigBuilder.base64(pem);
            builder.certificate = certificate;
            planted.add(builder.key);
            body.lines().filter(line -> line.length() > 16).forEach(planted::add);
            leaks.planted += body.lines().count();
        }
        if (leaks.sometimes(4)) {
            String password = leaks.credential(EXTRA);
            planted.add(password);
            builder.userLines.add("password: '" + password + "'");
        }
        if (leaks.sometimes(5)) {
            String value = leaks.credential(EXTRA);
            String flag = leaks.credential("");
            String next = leaks.credential("");
            planted.addAll(List.of(value, flag, next));
            builder.userLines.add("exec: {command: oidc, env: [{name: X, value: '" + value
                    + "'}], args: [login, '--token=" + flag + "', --client-secret, " + next + "]}");
        }
        if (leaks.sometimes(5)) {
            String refresh = leaks.credential(EXTRA);
            planted.add(refresh);
            builder.userLines.add("auth-provider: {name: oidc, config: {refresh-token: '" + refresh + "'}}");
        }
        if (leaks.sometimes(5)) {
            String word = leaks.credential("");
            planted.add(word);
            builder.clusterLines.add("proxy-url: http://user:" + word + "@proxy:3128");
        }
        if (leaks.sometimes(6)) {
            String word = leaks.credential("");
            planted.add(word);
            builder.server = "https://admin:" + word + "@100.113.89.12:6443";
        }
        if (leaks.sometimes(5)) {
            builder.context = leaks.sometimes(2) ? "sting" : "elsewhere";
        }
        String text = builder.text();
        return switch (leaks.choose(8)) {
            case 0 -> text.substring(0, Math.max(1, leaks.choose(text.length())));
            case 1 -> text.replace("kind: Config", "kind: 'Config");
            case 2 -> text + text;
            case 3 -> text.replaceFirst("users:", "users: &a [*a]\nusers:");
            default -> text;
        };
    }

    private static String form(Leaks leaks, String text) {
        return switch (leaks.choose(5)) {
            case 0 -> KubeconfigBuilder.base64(text);
            case 1 -> KubeconfigBuilder.base64(text).replaceAll("(.{76})", "$1\n");
            case 2 -> leaks.sometimes(4) ? KubeconfigBuilder.base64(KubeconfigBuilder.base64(text)) : text;
            default -> text;
        };
    }

    private static String backend(Leaks leaks, List<String> planted, boolean http) {
        StringBuilder text = new StringBuilder();
        if (http) {
            String word = leaks.credential("");
            planted.add(word);
            String user = leaks.sometimes(2) ? "ci:" + word + "@" : "";
            text.append("address = \"https://").append(user).append("100.64.0.3/state/attic\"\n");
            for (String name : List.of("password", "client_private_key_pem")) {
                if (leaks.sometimes(2)) {
                    String value = leaks.credential("._~+/=|<>&*`-");
                    planted.add(value);
                    text.append(name).append(" = \"").append(value).append("\"\n");
                }
            }
            if (leaks.sometimes(3)) {
                String bearer = leaks.credential("._~+/=");
                planted.add(bearer);
                text.append("headers = { Authorization = \"Bearer ")
                        .append(bearer)
                        .append("\" }\n");
            }
        } else {
            text.append("bucket = \"tofu-state\"\nkey = \"attic/terraform.tfstate\"\nuse_lockfile = true\n");
            text.append("endpoints = { s3 = \"http://rustfs.nix-cache.svc:9000\" }\n");
            for (String name : List.of("access_key", "secret_key", "token", "sse_customer_key")) {
                if (leaks.sometimes(3)) {
                    String value = leaks.credential("/+=");
                    planted.add(value);
                    text.append(name)
                            .append(leaks.sometimes(2) ? "=" : "   = ")
                            .append('"')
                            .append(value)
                            .append("\"\n");
                }
            }
        }
        if (leaks.sometimes(4)) {
            text.append("unknown_key = 1\n");
        }
        return switch (leaks.choose(7)) {
            case 0 -> text + "broken = \n";
            case 1 -> "terraform {\n" + text + "}\n";
            case 2 -> text + "region = var.region\n";
            default -> text.toString();
        };
    }
}
