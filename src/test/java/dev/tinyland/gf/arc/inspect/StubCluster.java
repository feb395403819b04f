package dev.tinyland.gf.arc.inspect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A {@code kubectl} that answers from files: what a cluster holds, or a refusal. Real kubectl and server: see the IT. */
public final class StubCluster {
    private static final List<String> KINDS = List.of(
            "autoscalingrunnersets",
            "autoscalinglisteners",
            "ephemeralrunnersets",
            "ephemeralrunners",
            "pods",
            "deployments",
            "events");
    private static final String SCRIPT = """
        #!/bin/sh
        for path; do :; done
        path=${path%%\\?*}
        kind=${path##*/}
        namespace=${path%/*}
        namespace=${namespace##*/}
        echo "$kind" >>"@/asked"
        if [ -f "@/$kind.refusal" ]; then cat "@/$kind.refusal" >&2; exit 1; fi
        cat "@/$namespace.$kind.json"
        """;

    private final Path folder;

    public StubCluster(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Path program = folder.resolve("kubectl");
        Files.writeString(program, SCRIPT.replace("@", folder.toString()));
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("kubectl cannot be made executable");
        }
        Files.writeString(folder.resolve("kubeconfig"), "apiVersion: v1\nkind: Config\n");
    }

    public StubCluster holds(Cluster cluster) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String namespace : List.of(Cluster.RUNNERS, Cluster.CONTROLLERS)) {
            for (String kind : KINDS) {
                ObjectNode list = json.createObjectNode().put("kind", "List");
                list.putObject("metadata");
                var items = list.putArray("items");
                cluster.objects().getOrDefault(kind, List.of()).stream()
                        .filter(object -> object.path("metadata")
                                .path("namespace")
                                .asText()
                                .equals(namespace))
                        .forEach(items::add);
                Files.writeString(folder.resolve(namespace + "." + kind + ".json"), list.toString());
            }
        }
        return this;
    }

    /** Lets one kind be answered by what kubectl says on standard error when it fails. */
    public StubCluster refuses(String kind, String said) throws IOException {
        Files.writeString(folder.resolve(kind + ".refusal"), said);
        return this;
    }

    public Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    public Map<String, String> environment() {
        return Map.of("PATH", folder + ":/usr/bin:/bin", "HOME", folder.toString());
    }

    public List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("asked"));
    }
}
