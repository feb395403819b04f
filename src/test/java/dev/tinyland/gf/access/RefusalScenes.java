package dev.tinyland.gf.access;

import dev.tinyland.gf.kube.KubeconfigBuilder;
import dev.tinyland.gf.kube.TestCertificates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What each check of the access tools is provoked with. */
final class RefusalScenes {
    private static final Instant NOW = KubeconfigBuilder.NOW;
    private static final String STACK = "tofu/stacks/arc-runners/";
    private static final String OTHER_ORGANIZATION = "clusters: [{name: dev, context: sting}]\n";
    private static final String CACHE = "BAZEL_REMOTE_CACHE";
    private static final String EXECUTOR = "BAZEL_REMOTE_EXECUTOR";
    private static final String GOOD_CACHE = "grpc://bazel-cache.nix-cache.svc.cluster.local:9092";

    private final List<Refusal> refusals = new ArrayList<>();

    private RefusalScenes() {}

    static List<Refusal> all() {
        RefusalScenes scenes = new RefusalScenes();
        scenes.kubeconfigDocument();
        scenes.kubeconfigPolicy();
        scenes.kubeconfigCredential();
        scenes.kubeconfigServer();
        scenes.backendSource();
        scenes.backendPolicy();
        scenes.attachment();
        scenes.preflight();
        scenes.inputs();
        return scenes.refusals;
    }

    private void kubeconfigDocument() {
        text("KC001", "nothing but blanks", " \n");
        text("KC002", "no kubeconfig at all", "!! planted-secret-0123456789");
        text("KC002", "plain, where Base64 was asked for", new KubeconfigBuilder().text(), "--encoding", "base64");
        refusals.add(new Refusal("KC003", "Base64 of Base64", "kubeconfig", List.of(), false, scene -> {
            String twice = KubeconfigBuilder.base64(KubeconfigBuilder.base64(new KubeconfigBuilder().text()));
            scene.env("GF_KUBECONFIG", twice);
            return "";
        }));
        text("KC004", "a Pod", "apiVersion: v1\nkind: Pod\nclusters: []\n");
        text("KC004", "a list that is none", "apiVersion: v1\nkind: Config\nclusters: planted-secret-0123456789\n");
        text("KC004", "broken YAML", "apiVersion: v1\nkind: Config\nusers: [planted-secret-0123456789\n");
        text("KC004", "two documents", "apiVersion: v1\nkind: Config\n---\nkind: Config\n");
        kubeconfig("KC005", "a context twice", b -> b.otherContexts.add("honey"));
        kubeconfig("KC005", "a key twice", b -> b.clusterLines.add("server: https://100.64.0.9:6443"));
        kubeconfig("KC006", "another context only", b -> b.context = "other");
        text(
                "KC006",
                "a cluster that is not there",
                new KubeconfigBuilder().text().replace("cluster: honey\n", "cluster: gone\n"));
        kubeconfig("KC006", "no credential", b -> b.token = null);
        kubeconfig("KC006", "a password", b -> {
            b.token = null;
            b.userLines.add("password: planted-secret-0123456789");
        });
    }

    private void kubeconfigPolicy() {
        kubeconfig("KC010", "a node for a context", b -> b.context = "bumble", "--context", "bumble");
        kubeconfig(
                "KC010",
                "the retired cloud's context",
                b -> b.context = "tinyland-civo-dev",
                "--context",
                "tinyland-civo-dev");
        kubeconfig("KC010", "a context that is not allowed", _ -> {}, "--allowed-contexts", "one,two");
        kubeconfig("KC010", "a forbidden one beside it, stripped", b -> b.otherContexts.add("sting"));
        kubeconfig(
                "KC010",
                "a forbidden one beside it, refused",
                b -> b.otherContexts.add("sting"),
                "--forbidden-policy",
                "refuse");
        kubeconfig("KC011", "the right name for a node's cluster", b -> b.cluster = "sting");
        kubeconfig("KC011", "a host of the retired cloud", b -> b.server = "https://abc.k8s.civo.com:6443");
        kubeconfig("KC012", "another server", _ -> {}, "--expect-server", "https://100.64.0.1:6443");
        kubeconfig("KC013", "a public address", b -> b.server = "https://8.8.8.8:6443");
        kubeconfig("KC013", "this machine", b -> b.server = "https://localhost:6443");
        refusals.add(new Refusal(
                "KC013",
                "a pod whose service address is public",
                "kubeconfig",
                List.of("--in-cluster-server", "auto"),
                true,
                scene -> {
                    scene.env("KUBERNETES_SERVICE_HOST", "8.8.8.8");
                    return new KubeconfigBuilder().text();
                }));
        kubeconfig("KC014", "http", b -> b.server = "http://100.113.89.12:6443");
        kubeconfig("KC014", "a path", b -> b.server = "https://100.113.89.12:6443/planted-secret-0123456789");
        kubeconfig("KC015", "a name nobody knows", b -> b.server = "https://api.nowhere.invalid:6443");
        refusals.add(new Refusal("KC016", "an organization of another mind", "kubeconfig", List.of(), true, scene -> {
            scene.file("config/organization.yaml", OTHER_ORGANIZATION);
            return new KubeconfigBuilder().text();
        }));
        refusals.add(new Refusal("KC051", "another kubeconfig in reach", "kubeconfig", List.of(), true, scene -> {
            scene.env("KUBECONFIG", "/home/x/.kube/config").env("HTTPS_PROXY", "http://proxy:3128");
            return new KubeconfigBuilder().text();
        }));
        refusals.add(new Refusal(
                "KC051",
                "another kubeconfig in reach, refused",
                "kubeconfig",
                List.of("--ambient", "refuse"),
                true,
                scene -> {
                    scene.env("KUBECONFIG", "/home/x/.kube/config");
                    return new KubeconfigBuilder().text();
                }));
    }

    private void kubeconfigCredential() {
        kubeconfig("KC020", "no verification", b -> b.clusterLines.add("insecure-skip-tls-verify: true"));
        kubeconfig("KC021", "no authority", b -> b.authority = null);
        kubeconfig("KC021", "an authority that is none", b -> b.authority = "bm90IGEgY2VydGlmaWNhdGU=");
        String old = TestCertificates.certificate(
                TestCertificates.ecKey(), "old", NOW.minusSeconds(2_000), NOW.minusSeconds(1_000));
        kubeconfig("KC021", "an authority of the past", b -> b.authority = old);
        kubeconfig("KC022", "a token in a file", b -> b.userLines.add("tokenFile: /var/run/token"));
        kubeconfig(
                "KC022",
                "a proxy",
                b -> b.clusterLines.add("proxy-url: http://user:planted-secret-0123456789@proxy:3128"));
        kubeconfig("KC023", "a program to run", b -> b.userLines.add("exec: {command: /bin/false}"));
        kubeconfig("KC023", "somebody else's name", b -> b.userLines.add("as: admin"));
        kubeconfig("KC030", "a token that has ended", b -> b.token = token(-60));
        kubeconfig("KC030", "a token that ends in ten minutes", b -> b.token = token(600));
        kubeconfig(
                "KC030",
                "a token of the future",
                b -> b.token = KubeconfigBuilder.jwt("{\"nbf\":" + (NOW.getEpochSecond() + 120) + "}"));
        kubeconfig("KC031", "a token that ends in two hours", b -> b.token = token(7_200));
        String certificate = TestCertificates.certificate(
                TestCertificates.ecKey(), "deployer", NOW.minusSeconds(60), NOW.plusSeconds(99_999_999));
        String key = TestCertificates.pkcs8(TestCertificates.ecKey());
        kubeconfig("KC032", "a key of another certificate", b -> {
            b.certificate = certificate;
            b.key = key;
        });
        kubeconfig("KC032", "a certificate without its key", b -> b.certificate = certificate);
    }

    private void kubeconfigServer() {
        server(
                "KC040",
                "another cluster",
                "echo '{\"metadata\":{\"uid\":\"uid-1\"}}'",
                "--expect-cluster-uid",
                "uid-2");
        refusals.add(new Refusal(
                "KC041",
                "no kubectl",
                "kubeconfig",
                List.of("--verify", "access"),
                true,
                _ -> new KubeconfigBuilder().text()));
        server(
                "KC041",
                "a refused connection",
                "echo 'The connection to the server h:1 was refused - did you specify the right host or port?' >&2;"
                        + " exit 1",
                "--verify",
                "access");
        server("KC041", "another authority", "echo 'x509: unknown authority' >&2; exit 1", "--verify", "access");
        server("KC041", "an answer that is none", "echo planted-secret-0123456789", "--verify", "access");
        server("KC041", "an old server", "echo 'Error from server (NotFound)' >&2; exit 1", "--verify", "access");
        server("KC042", "401", "echo 'error: (Unauthorized)' >&2; exit 1", "--verify", "access");
        server("KC042", "403", "echo 'Error from server (Forbidden)' >&2; exit 1", "--verify", "uid");
        server(
                "KC042",
                "an anonymous answer",
                "echo '{\"status\":{\"userInfo\":{\"username\":\"system:anonymous\"}}}'",
                "--verify",
                "access");
        server(
                "KC043",
                "a verb that is denied",
                "echo '{\"status\":{\"allowed\":false,\"userInfo\":{\"username\":\"deployer\"}}}'",
                "--verify-access",
                "get pods -n arc-runners");
        refusals.add(new Refusal("KC050", "a job without RUNNER_TEMP", "kubeconfig", List.of(), true, scene -> {
            scene.env("GITHUB_ACTIONS", "true");
            return new KubeconfigBuilder().text();
        }));
    }

    private void backendSource() {
        backend("BC001", "nothing set", "");
        refusals.add(new Refusal(
                "BC001", "a folder without the stack's file", "backend-config", arguments(), false, scene -> {
                    scene.env("GF_BACKEND_CONFIG", "")
                            .env("GF_CONFIG_DIR", "config")
                            .file("config/other.hcl", "");
                    return "";
                }));
        refusals.add(new Refusal("BC002", "two files fit", "backend-config", arguments(), false, scene -> {
            scene.env("GF_BACKEND_CONFIG", "").env("GF_CONFIG_DIR", "config");
            scene.file("config/arc-runners.s3.hcl", "").file("config/dev/arc-runners.hcl", "");
            return "";
        }));
        backend("BC003", "no HCL", "planted-secret-0123456789 !!");
        backend("BC003", "a reference", "bucket = var.bucket\n");
        backend("BC003", "the whole block", "terraform {\n  backend \"s3\" {\n    bucket = \"x\"\n  }\n}\n");
        refusals.add(new Refusal("BC003", "a file that is not there", "backend-config", arguments(), false, scene -> {
            scene.env("GF_BACKEND_CONFIG", "").env("GF_CONFIG_FILE", "config/none.hcl");
            return "";
        }));
        refusals.add(
                new Refusal("BC003", "the secret for a file's name", "backend-config", arguments(), false, scene -> {
                    scene.env("GF_BACKEND_CONFIG", "")
                            .env("GF_CONFIG_FILE", "bucket = \"x\"\nsecret_key = \"planted-secret-0123456789\"");
                    return "";
                }));
        refusals.add(new Refusal("BC004", "half of the variables", "backend-config", arguments(), false, scene -> {
            scene.env("GF_BACKEND_CONFIG", "").env("TOFU_BACKEND_S3_BUCKET", "tofu-state");
            scene.env("TOFU_BACKEND_S3_USE_LOCKFILE", "yes");
            return "";
        }));
    }

    private void backendPolicy() {
        stack("BC010", "another family", "terraform {\n  backend \"http\" {}\n}\n");
        stack("BC010", "no backend", "terraform {}\n");
        stack("BC010", "two backends", "terraform {\n  backend \"s3\" {}\n  backend \"s3\" {}\n}\n");
        stack("BC010", "a file that cannot be read", "terraform {\n  backend \"s3\" {\n");
        backend("BC011", "keys of another spelling", Scene.BACKEND + "force_path_style = true\nlockfil = true\n");
        String credentials = "access_key = \"a\"\nsecret_key = \"planted-secret-0123456789\"\n";
        backend("BC012", "credentials in the file", Scene.BACKEND + credentials);
        backend("BC012", "credentials in the file, strict", Scene.BACKEND + credentials, "--strict");
        backend("BC013", "another bucket", Scene.BACKEND.replace("tofu-state\"", "attic\""));
        backend("BC013", "no key", Scene.BACKEND.replaceFirst("key = .*\n", ""));
        backend("BC014", "another stack's key", Scene.BACKEND.replace("arc-runners/", "attic/"));
        backend("BC015", "a public endpoint", Scene.BACKEND.replaceFirst("http://[^\"]+", "https://8.8.8.8"));
        backend("BC015", "no endpoint", Scene.BACKEND.replaceFirst("endpoints.*\n", ""));
        backend(
                "BC015",
                "a name nobody knows",
                Scene.BACKEND.replaceFirst("http://[^\"]+", "http://s3.nowhere.invalid"));
        backend("BC015", "a proxy", Scene.BACKEND + "https_proxy = \"http://100.64.0.9:3128\"\n");
        String gitlab = """
            address = "https://100.64.0.3/api/v4/projects/79706605/terraform/state/x"
            password = "planted-secret-0123456789"
            """;
        http("BC016", "GitLab's state", gitlab);
        http("BC016", "GitLab's state, allowed", gitlab, "--allow", "gitlab-legacy");
        http("BC017", "an http backend", "address = \"https://100.64.0.3/state\"\n");
        http("BC017", "an http backend, allowed", "address = \"https://100.64.0.3/state\"\n", "--allow", "http-compat");
        backend("BC018", "a prefix for workspaces", Scene.BACKEND + "workspace_key_prefix = \"x\"\n");
        ambient("BC019", "variables that decide");
        ambient("BC019", "variables that decide, strict", "--strict");
        backend("BC020", "no lock", Scene.BACKEND.replaceFirst("use_lockfile.*\n", ""));
        backend("BC020", "the lock off", Scene.BACKEND.replace("use_lockfile = true", "use_lockfile = false"));
    }

    private void attachment() {
        caches("CA001", "a reference nobody resolved", List.of(), CACHE, "grpc://${CACHE}:9092");
        caches("CA001", "another scheme", List.of(), CACHE, "ftp://cache:21");
        caches("CA001", "no URL", List.of(), CACHE, "planted-secret-0123456789");
        caches("CA001", "a user in the URL", List.of(), CACHE, "grpc://user:planted-secret-0123456789@cache.svc:9092");
        caches("CA002", "this machine", List.of(), CACHE, "grpc://127.0.0.1:9092");
        caches("CA003", "a dead host", List.of(), "ATTIC_SERVER", "https://attic.tinyland.dev");
        caches("CA003", "a live host by another name", List.of(), "ATTIC_SERVER", "http://attic.nix-cache.svc:8080");
        caches("CA004", "an executor without a cache", List.of(), EXECUTOR, "grpc://reapi.nix-cache.svc:8980");
        caches("CA005", "a declaration that is not so", List.of(), "GF_BAZEL_SUBSTRATE_MODE", "executor-backed");
        caches(
                "CA005",
                "a declaration nobody knows",
                List.of(),
                "GF_BAZEL_SUBSTRATE_MODE",
                "planted-secret-0123456789");
        caches("CA006", "no cache, strict", List.of("--strict"));
        String executor = "grpc://reapi.nix-cache.svc:8980";
        caches("CA007", "no target class", List.of(), CACHE, GOOD_CACHE, EXECUTOR, executor);
        caches("CA007", "no eligibility file", List.of("--target-class", "x"), CACHE, GOOD_CACHE, EXECUTOR, executor);
        refusals.add(new Refusal(
                "CA007",
                "a class that is not eligible",
                "cache-attachment",
                List.of("--target-class", "x"),
                false,
                scene -> {
                    scene.env(CACHE, GOOD_CACHE).env(EXECUTOR, executor);
                    scene.file(
                            "config/rbe-target-eligibility.json",
                            "{\"schema\":\"gf.rbe-target-eligibility/v1\",\"targetClasses\":{\"x\":{\"executor\":false}}}");
                    return "";
                }));
        caches(
                "CA008",
                "a port nobody listens at",
                List.of("--probe", "--allow-localhost"),
                CACHE,
                "grpc://127.0.0.1:1");
    }

    private void preflight() {
        preflight("PF001", "no tofu", scene -> scene.without("bin/tofu"));
        preflight("PF001", "a script around it", scene -> scene.file("bin/tofu", "#!/usr/bin/env node\n"));
        preflight("PF001", "another program", scene -> scene.program("tofu", "echo Terraform"));
        String old = "[ \"$2\" = -json ] && echo '{\"terraform_version\":\"1.9.4\"}' || echo 'OpenTofu v1.9.4'";
        preflight("PF002", "a tofu without the lock", scene -> scene.program("tofu", old));
        preflight(
                "PF002",
                "a tofu without the lock, and no configuration",
                scene -> scene.program("tofu", old).env("GF_BACKEND_CONFIG", ""));
        preflight("PF003", "no folder", scene -> scene.env("GF_STACK_DIR", "tofu/stacks/none"));
        preflight("PF003", "a file that cannot be read", scene -> scene.file(STACK + "x.tf", "resource {\n"));
        preflight("PF010", "another family", scene -> scene.file(STACK + "backend.tf", "terraform {}\n"));
        preflight(
                "PF011",
                "a configuration that is refused",
                scene -> scene.env("GF_BACKEND_CONFIG", Scene.BACKEND.replace("arc-runners/", "attic/")));
        preflight("PF012", "no credentials", scene -> scene.env("AWS_SECRET_ACCESS_KEY", ""));
        refusals.add(new Refusal(
                "PF013",
                "a store that is not there",
                "tofu-preflight",
                List.of("arc-runners", "--probe", "--endpoint-override", "http://127.0.0.1:1"),
                false,
                _ -> ""));
        preflight("PF020", "no kubeconfig", scene -> scene.env("GF_KUBECONFIG_PATH", "none.yaml"));
        preflight(
                "PF020",
                "a kubeconfig others can read",
                scene -> scene.without("kubeconfig").file("kubeconfig", new KubeconfigBuilder().text()));
        preflight(
                "PF020",
                "a kubeconfig that is refused",
                scene -> scene.privateFile(
                        "kubeconfig", new KubeconfigBuilder().text().replace("100.113.89.12", "8.8.8.8")));
        refusals.add(new Refusal(
                "PF020",
                "a cluster that does not answer",
                "tofu-preflight",
                List.of("arc-runners", "--verify", "access"),
                false,
                scene -> {
                    scene.program(
                            "kubectl",
                            "echo 'The connection to the server h:1 was refused - did you specify the right host or"
                                    + " port?' >&2; exit 1");
                    return "";
                }));
        preflight(
                "PF021",
                "an organization of another mind",
                scene -> scene.file("config/organization.yaml", OTHER_ORGANIZATION));
        preflight("PF030", "no variables", scene -> scene.without(STACK + "dev.tfvars"));
        preflight(
                "PF030",
                "variables of the past",
                scene -> scene.file(STACK + "dev.tfvars", "cluster_context = \"tinyland-civo-dev\"\n"));
        preflight(
                "PF031",
                "the past in reach",
                scene -> scene.file(STACK + "civo.tf", "provider \"civo\" {}\n")
                        .env("CIVO_TOKEN", "planted-secret-0123456789"));
        preflight("PF040", "no lock file", scene -> scene.without(STACK + ".terraform.lock.hcl"));
    }

    private void inputs() {
        input("a context that is none", "kubeconfig", List.of("--env", "nowhere"));
        input("a duration that is none", "kubeconfig", List.of("--min-validity", "planted-secret-0123456789"));
        input("a scope that is none", "kubeconfig", List.of("--server-scope", "public"));
        input("a verb that is none", "kubeconfig", List.of("--verify-access", "pods"));
        input("two questions at once", "kubeconfig", List.of("--verify", "uid", "--verify-access", "get pods"));
        input("a variable to set that is none", "kubeconfig", List.of("--export", "PATH"));
        input("a secret file others can read", "kubeconfig", List.of("--kubeconfig-file", "open.yaml"));
        input("no stack", "backend-config", List.of());
        input("a stack nobody knows", "backend-config", List.of("planted"));
        input("half of the credentials", "backend-config", List.of("arc-runners", "--access-key-file", "kubeconfig"));
        input(
                "an override that leads elsewhere",
                "backend-config",
                List.of("attic", "--endpoint-override", "http://8.8.8.8"));
        input("a family nobody knows", "backend-config", List.of("attic", "--allow", "planted-secret-0123456789"));
        input("an eligibility file that is broken", "cache-attachment", List.of("--eligibility", "open.yaml"));
        input("a contract that is broken", "cache-attachment", List.of("--contract", "open.yaml"));
        input("a contract that is not there", "cache-attachment", List.of("--contract", "none.yaml"));
    }

    private void input(String when, String tool, List<String> arguments) {
        refusals.add(new Refusal("input", when, tool, arguments, false, scene -> {
            scene.file("open.yaml", "{}").env("GF_KUBECONFIG", new KubeconfigBuilder().text());
            return "";
        }));
    }

    private void text(String id, String when, String text, String... arguments) {
        boolean both = arguments.length == 0 && !text.startsWith("!!") && !text.isBlank();
        refusals.add(new Refusal(id, when, "kubeconfig", List.of(arguments), both, scene -> {
            scene.env("GF_KUBECONFIG", text);
            return text;
        }));
    }

    private void kubeconfig(String id, String when, Consumer<KubeconfigBuilder> change, String... arguments) {
        KubeconfigBuilder builder = new KubeconfigBuilder();
        change.accept(builder);
        String text = builder.text();
        refusals.add(new Refusal(id, when, "kubeconfig", List.of(arguments), true, _ -> text));
    }

    private void server(String id, String when, String kubectl, String... arguments) {
        refusals.add(new Refusal(id, when, "kubeconfig", List.of(arguments), true, scene -> {
            scene.program("kubectl", kubectl);
            return new KubeconfigBuilder().text();
        }));
    }

    private void backend(String id, String when, String text, String... arguments) {
        refusals.add(new Refusal(id, when, "backend-config", arguments(arguments), false, scene -> {
            scene.env("GF_BACKEND_CONFIG", text);
            return "";
        }));
    }

    private void http(String id, String when, String text, String... arguments) {
        refusals.add(new Refusal(id, when, "backend-config", arguments(arguments), false, scene -> {
            scene.env("GF_BACKEND_CONFIG", text);
            scene.file(STACK + "backend.tf", "terraform {\n  backend \"http\" {}\n}\n");
            return "";
        }));
    }

    private void stack(String id, String when, String text) {
        refusals.add(new Refusal(id, when, "backend-config", arguments(), false, scene -> {
            scene.file(STACK + "backend.tf", text);
            return "";
        }));
    }

    private void ambient(String id, String when, String... arguments) {
        refusals.add(new Refusal(id, when, "backend-config", arguments(arguments), false, scene -> {
            scene.env("AWS_PROFILE", "planted-secret-0123456789").env("TF_WORKSPACE", "other");
            return "";
        }));
    }

    private void caches(String id, String when, List<String> arguments, String... variables) {
        refusals.add(new Refusal(id, when, "cache-attachment", arguments, false, scene -> {
            for (int i = 0; i < variables.length; i += 2) {
                scene.env(variables[i], variables[i + 1]);
            }
            return "";
        }));
    }

    private interface Change {
        Scene apply(Scene scene) throws java.io.IOException;
    }

    private void preflight(String id, String when, Change change) {
        refusals.add(new Refusal(id, when, "tofu-preflight", arguments(), false, scene -> {
            change.apply(scene);
            return "";
        }));
    }

    private static List<String> arguments(String... further) {
        List<String> arguments = new ArrayList<>(List.of("arc-runners"));
        arguments.addAll(List.of(further));
        return arguments;
    }

    private static String token(long secondsLeft) {
        return KubeconfigBuilder.jwt("{\"exp\":" + (NOW.getEpochSecond() + secondsLeft) + "}");
    }
}
