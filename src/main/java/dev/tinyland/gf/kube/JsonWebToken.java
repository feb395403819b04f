package dev.tinyland.gf.kube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The claims of a token that tell us when it is good (RFC 7519). The signature is the server's to check.
 *
 * @param expires claim {@code exp}
 * @param notBefore claim {@code nbf}
 * @param subject claim {@code sub}, or empty
 */
public record JsonWebToken(Optional<Instant> expires, Optional<Instant> notBefore, String subject) {

    /** Empty for an opaque token. */
    public static Optional<JsonWebToken> parse(String token) {
        String[] parts = token.strip().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode header = mapper.readTree(decoded(parts[0]));
            JsonNode claims = mapper.readTree(decoded(parts[1]));
            if (!header.isObject() || !claims.isObject()) {
                return Optional.empty();
            }
            return Optional.of(new JsonWebToken(
                    instant(claims.path("exp")),
                    instant(claims.path("nbf")),
                    claims.path("sub").asText("")));
        } catch (IllegalArgumentException | JsonProcessingException | DateTimeException opaque) {
            return Optional.empty();
        }
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static Optional<Instant> instant(JsonNode claim) {
        return claim.isNumber() ? Optional.of(Instant.ofEpochSecond(claim.asLong())) : Optional.empty();
    }
}
