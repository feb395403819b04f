package dev.tinyland.gf.kube;

import dev.tinyland.gf.secret.Secret;
import java.util.List;
import java.util.Optional;

/** A kubeconfig as a document. Nothing in it is ever run, fetched or opened. */
public record Kubeconfig(List<Cluster> clusters, List<Context> contexts, List<User> users) {

    public Kubeconfig {
        clusters = List.copyOf(clusters);
        contexts = List.copyOf(contexts);
        users = List.copyOf(users);
    }

    /**
     * A cluster entry.
     *
     * @param server the URL as written
     * @param authority {@code certificate-authority-data}
     * @param authorityFile {@code certificate-authority}
     * @param serverName {@code tls-server-name}
     */
    public record Cluster(
            String name,
            String server,
            Optional<String> authority,
            Optional<String> authorityFile,
            boolean skipsVerification,
            Optional<String> serverName,
            Optional<String> proxy) {}

    /** A context entry. */
    public record Context(String name, String cluster, String user, Optional<String> namespace) {}

    /**
     * A user entry.
     *
     * @param certificate {@code client-certificate-data}
     * @param key {@code client-key-data}
     * @param files which of the keys that name a file are there
     * @param password whether there is a user name or a password
     * @param runs which of {@code exec} and {@code auth-provider} is there
     * @param impersonates whether the user acts as somebody else
     */
    public record User(
            String name,
            Optional<Secret> token,
            Optional<Secret> certificate,
            Optional<Secret> key,
            List<String> files,
            boolean password,
            List<String> runs,
            boolean impersonates) {

        public User {
            files = List.copyOf(files);
            runs = List.copyOf(runs);
        }
    }

    public Optional<Context> context(String name) {
        return contexts.stream().filter(context -> context.name().equals(name)).findFirst();
    }

    public Optional<Cluster> cluster(String name) {
        return clusters.stream().filter(cluster -> cluster.name().equals(name)).findFirst();
    }

    public Optional<User> user(String name) {
        return users.stream().filter(user -> user.name().equals(name)).findFirst();
    }
}
