package dev.tinyland.gf.access;

import dev.tinyland.gf.Gf;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.kube.KubeconfigBuilder;
import dev.tinyland.gf.testing.BackendText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A repository with one stack that is ready, on a terminal; each test spoils one thing of it and runs a tool. */
final class Scene {
    static final String BACKEND = BackendText.of("arc-runners");

    private final Path folder;
    private TestHost host;
    private int exit;

    Scene(Path folder) throws IOException {
        this.folder = folder;
        this.host = new TestHost(folder).at(Clock.fixed(KubeconfigBuilder.NOW, ZoneOffset.UTC));
        file("tofu/stacks/arc-runners/backend.tf", "terraform {\n  backend \"s3\" {}\n}\n");
        file("tofu/stacks/arc-runners/dev.tfvars", "cluster_context = \"honey\"\n");
        file("tofu/stacks/arc-runners/.terraform.lock.hcl", "");
        privateFile("kubeconfig", new KubeconfigBuilder().text());
        program("tofu", "[ \"$2\" = -json ] && echo '{\"terraform_version\":\"1.12.6\"}' || echo 'OpenTofu v1.12.6'");
        env("GF_BACKEND_CONFIG", BACKEND);
        env("GF_KUBECONFIG_PATH", "kubeconfig");
        env("AWS_ACCESS_KEY_ID", "access");
        env("AWS_SECRET_ACCESS_KEY", "planted-secret-0123456789");
        env("PATH", folder.resolve("bin").toString());
    }

    Scene env(String name, String value) {
        host = host.with(name, value);
        return this;
    }

    Scene file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, content);
        return this;
    }

    Scene without(String name) throws IOException {
        Files.delete(folder.resolve(name));
        return this;
    }

    Scene privateFile(String name, String content) throws IOException {
        file(name, content);
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
        return this;
    }

    Scene program(String name, String script) throws IOException {
        file("bin/" + name, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(
                folder.resolve("bin").resolve(name), PosixFilePermissions.fromString("rwx------"));
        return this;
    }

    /** Runs a tool as {@code gf} would; what it printed, with this folder as {@code REPOSITORY}. */
    String run(String tool, String... arguments) {
        Host seen = host.host();
        List<String> all = new ArrayList<>(List.of(tool));
        all.addAll(List.of(arguments));
        String[] line = all.toArray(String[]::new);
        exit = Gf.forArguments(seen, line).execute(line);
        return host.out()
                .replace(folder.toString(), "REPOSITORY")
                .replaceAll("gf-(kubeconfig|backend)-\\d+", "gf-$1-NUMBER");
    }

    int exit() {
        return exit;
    }
}
