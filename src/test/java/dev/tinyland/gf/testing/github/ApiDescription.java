package dev.tinyland.gf.testing.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import dev.tinyland.gf.testing.TestTools;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** GitHub's own description of its API (OpenAPI 3.0.3), and what of an exchange disagrees with it. */
public final class ApiDescription {
    private static final String LOCATION = "https://github.example/description";

    private final JsonNode description;
    private final JsonSchemaFactory schemas;

    public ApiDescription() throws IOException {
        String text = Files.readString(TestTools.gitHubDescription());
        description = new ObjectMapper().readTree(text);
        schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V7,
                builder -> builder.metaSchema(OpenApi30.getInstance())
                        .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                        .schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, text))));
    }

    /** An operation: its path's template and its description. */
    private record Operation(String template, JsonNode description) {}

    /** What disagrees, one line each. */
    public List<String> problems(Exchange exchange) throws IOException {
        URI address = URI.create(exchange.path());
        Optional<Operation> found = operation(exchange.method(), address.getPath());
        if (found.isEmpty()) {
            return List.of(exchange.line() + ": GitHub has no such operation");
        }
        Operation operation = found.get();
        List<String> problems = new ArrayList<>();
        problems.addAll(parameters(exchange, operation, address));
        String root = "/paths/" + operation.template().replace("~", "~0").replace("/", "~1") + "/"
                + exchange.method().toLowerCase(java.util.Locale.ROOT);
        // The client library sends an empty object with a POST that has no body.
        boolean nothing =
                exchange.request().equals("{}") && !operation.description().has("requestBody");
        if (!exchange.request().isEmpty() && !nothing) {
            problems.addAll(body(exchange, root + "/requestBody", exchange.request()));
        }
        JsonNode response = operation.description().path("responses").path(Integer.toString(exchange.status()));
        if (response.isMissingNode()) {
            // The description lists few of the errors that every operation can end with.
            if (exchange.status() < 400) {
                problems.add(exchange.line() + ": status " + exchange.status() + " is not described");
            }
        } else if (resolved(response).has("content")) {
            problems.addAll(body(exchange, root + "/responses/" + exchange.status(), exchange.response()));
        } else if (!exchange.response().isEmpty()) {
            problems.add(exchange.line() + ": a body where none is described");
        }
        return problems;
    }

    private Optional<Operation> operation(String method, String path) {
        return description.path("paths").properties().stream()
                .filter(entry -> Pattern.matches(entry.getKey().replaceAll("\\{[^/]*}", "[^/]+"), path))
                .filter(entry -> entry.getValue().has(method.toLowerCase(java.util.Locale.ROOT)))
                .min(Comparator.comparingInt(entry -> entry.getKey().split("\\{", -1).length))
                .map(entry -> new Operation(
                        entry.getKey(), entry.getValue().path(method.toLowerCase(java.util.Locale.ROOT))));
    }

    private List<String> parameters(Exchange exchange, Operation operation, URI address) {
        List<String> known = new ArrayList<>();
        operation.description().path("parameters").forEach(parameter -> {
            JsonNode resolved = resolved(parameter);
            if (resolved.path("in").asText().equals("query")) {
                known.add(resolved.path("name").asText());
            }
        });
        List<String> problems = new ArrayList<>();
        String query = address.getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String name = URLDecoder.decode(pair.split("=")[0], StandardCharsets.UTF_8);
            if (!known.contains(name)) {
                problems.add(exchange.line() + ": parameter " + name + " is not described");
            }
        }
        return problems;
    }

    private List<String> body(Exchange exchange, String pointer, String text) throws IOException {
        String place = pointer;
        JsonNode node = description.at(pointer);
        while (node.has("$ref")) {
            place = node.path("$ref").asText().substring(1);
            node = description.at(place);
        }
        if (node.path("content").path("application/json").isMissingNode()) {
            return List.of(exchange.line() + ": " + pointer + " describes no JSON");
        }
        JsonSchema schema =
                schemas.getSchema(SchemaLocation.of(LOCATION + "#" + place + "/content/application~1json/schema"));
        JsonNode body = new ObjectMapper().readTree(text);
        return schema.validate(body).stream()
                .map(problem -> exchange.line() + " " + exchange.status() + ": " + problem.getMessage())
                .toList();
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode resolved = node;
        while (resolved.has("$ref")) {
            resolved = description.at(resolved.path("$ref").asText().substring(1));
        }
        return resolved;
    }
}
