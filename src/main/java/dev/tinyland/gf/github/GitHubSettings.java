package dev.tinyland.gf.github;

import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Where the API is and who we are to it.
 *
 * @param api address without a slash at its end, such as {@code https://api.github.com}
 * @param repository {@code owner/name}
 * @param patience how long this process waits in all because GitHub asks it to
 */
public record GitHubSettings(URI api, String repository, Secret token, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /**
     * As the runner says: {@code GITHUB_API_URL}, {@code GITHUB_REPOSITORY}.
     *
     * @throws InputException when they are missing, or would carry the token in clear over a network
     */
    public static GitHubSettings of(Host host, Secret token) {
        String repository = host.variable("GITHUB_REPOSITORY")
                .filter(name -> name.matches("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+"))
                .orElseThrow(() -> new InputException(
                        "repository", "GITHUB_REPOSITORY does not name a repository; set it to OWNER/NAME"));
        String address = host.variable("GITHUB_API_URL")
                .orElseThrow(() -> new InputException(
                        "api-url",
                        "GITHUB_API_URL is not set; a runner sets it, elsewhere set it to your GitHub's API"));
        return new GitHubSettings(api(address), repository, token, PATIENCE);
    }

    static URI api(String address) {
        URI uri;
        try {
            uri = URI.create(address.strip().replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new InputException("api-url", "GITHUB_API_URL is not an address");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String name = uri.getHost();
        if (name == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new InputException("api-url", "GITHUB_API_URL is not the plain address of an API");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && LOOPBACK.contains(name))) {
            throw new InputException(
                    "api-url", "GITHUB_API_URL is not https; the token would cross the network in clear");
        }
        return uri;
    }

    /** The GraphQL address that belongs to the API, so that the token goes to no second place. */
    URI graphQl() {
        String address = api.toString();
        String enterprise = "/api/v3";
        return URI.create(
                address.endsWith(enterprise)
                        ? address.substring(0, address.length() - "/v3".length()) + "/graphql"
                        : address + "/graphql");
    }
}
