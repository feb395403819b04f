package dev.tinyland.gf.tofu.backend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that complete a backend block. */
public record BackendConfiguration(BackendFamily family, Map<String, Literal> settings) {

    private static final List<String> OLD_ENDPOINTS =
            List.of("endpoint", "iam_endpoint", "sts_endpoint", "dynamodb_endpoint", "ec2_metadata_service_endpoint");

    public BackendConfiguration {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** A text or number that is set and not empty. */
    public Optional<String> text(String name) {
        return switch (settings.getOrDefault(name, new Literal.Null())) {
            case Literal.Text(String value) -> Optional.of(value).filter(text -> !text.isEmpty());
            case Literal.Numeral(String value) -> Optional.of(value);
            case Literal.Flag(boolean value) -> Optional.of(Boolean.toString(value));
            case Literal.Null _, Literal.Tuple _, Literal.Mapping _ -> Optional.empty();
        };
    }

    /** Whether a flag is set to true, as a boolean or as its text, which HCL converts. */
    public boolean flag(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    /** The address of the S3 API; without one it is Amazon's. */
    public Optional<String> s3Endpoint() {
        if (settings.get("endpoints") instanceof Literal.Mapping endpoints
                && endpoints.entries().get("s3") instanceof Literal.Text(String value)
                && !value.isEmpty()) {
            return Optional.of(value);
        }
        return text("endpoint");
    }

    /** Every address requests would be sent to, the one of the S3 API first: each service has its own. */
    public List<String> s3Endpoints() {
        List<String> all = new ArrayList<>();
        s3Endpoint().ifPresent(all::add);
        if (settings.get("endpoints") instanceof Literal.Mapping(Map<String, Literal> entries)) {
            entries.values().forEach(value -> {
                if (value instanceof Literal.Text(String address) && !address.isEmpty()) {
                    all.add(address);
                }
            });
        }
        for (String name : OLD_ENDPOINTS) {
            text(name).ifPresent(all::add);
        }
        return all.stream().distinct().toList();
    }

    /** The same with another S3 endpoint. */
    public BackendConfiguration withS3Endpoint(String endpoint) {
        Map<String, Literal> changed = new LinkedHashMap<>(settings);
        Map<String, Literal> endpoints = new LinkedHashMap<>();
        if (settings.get("endpoints") instanceof Literal.Mapping(Map<String, Literal> entries)) {
            endpoints.putAll(entries);
        }
        endpoints.put("s3", new Literal.Text(endpoint));
        changed.put("endpoints", new Literal.Mapping(endpoints));
        changed.remove("endpoint");
        return new BackendConfiguration(family, changed);
    }

    /** The file for {@code -backend-config}: attributes in a fixed order, formatted as {@code tofu fmt} leaves them. */
    public String hcl() {
        int width = settings.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (String name : family.ordered(settings.keySet())) {
            text.append(name)
                    .append(" ".repeat(width - name.length()))
                    .append(" = ")
                    .append(settings.getOrDefault(name, new Literal.Null()).hcl())
                    .append('\n');
        }
        return text.toString();
    }
}
