package dev.tinyland.gf.arc.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.KubernetesApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Objects of ARC on a real API server. */
public final class RealCluster {
    private RealCluster() {}

    /** Makes ARC's kinds known to the server. */
    public static void kinds(KubernetesApiServer server) throws IOException, InterruptedException {
        ok(
                server,
                "apply",
                "-f",
                Path.of("src/test/resources/arc/crds.yaml").toAbsolutePath().toString());
        ok(server, "wait", "--for=condition=Established", "crd", "--all", "--timeout=30s");
    }

    /** Creates every object, then writes its status, as a controller and a kubelet would. */
    public static void create(KubernetesApiServer server, Path folder, Cluster cluster)
            throws IOException, InterruptedException {
        ObjectNode list =
                new ObjectMapper().createObjectNode().put("apiVersion", "v1").put("kind", "List");
        var items = list.putArray("items");
        cluster.objects().values().forEach(objects -> objects.forEach(items::add));
        Path file = folder.resolve("objects.json");
        Files.writeString(file, list.toString());
        ok(server, "create", "-f", file.toString());
        for (Map.Entry<String, List<ObjectNode>> kind : cluster.objects().entrySet()) {
            if (kind.getKey().equals("events")) {
                continue;
            }
            for (ObjectNode object : kind.getValue()) {
                if (!object.has("status")) {
                    continue;
                }
                JsonNode metadata = object.path("metadata");
                ok(
                        server,
                        "patch",
                        kind.getKey(),
                        metadata.path("name").asText(),
                        "-n",
                        metadata.path("namespace").asText(),
                        "--subresource=status",
                        "--type=merge",
                        "-p",
                        new ObjectMapper()
                                .createObjectNode()
                                .set("status", object.path("status"))
                                .toString());
            }
        }
    }

    /** Runs kubectl as administrator, to success. */
    public static void ok(KubernetesApiServer server, String... arguments) throws IOException, InterruptedException {
        CommandResult result = server.kubectl(arguments);
        assertEquals(0, result.exitCode(), result.output() + result.errors());
    }
}
