package dev.tinyland.gf.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostMatcherTests {
    private final HostMatcher matcher = new HostMatcher(new ContractLoader().builtIn());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://attic.tinyland.dev/main | attic.tinyland.dev",
                "see attic.tinyland.dev. | attic.tinyland.dev",
                "ATTIC.Tinyland.Dev | ATTIC.Tinyland.Dev",
                "https://eu.attic.tinyland.dev | eu.attic.tinyland.dev",
                "https://${ENV}.attic.tinyland.dev | attic.tinyland.dev",
                "https://user:secret@attic.dev-cluster.example.com:8443/x | attic.dev-cluster.example.com",
                "url='https://nix-cache.fuzzy-dev.tinyland.dev/main' | nix-cache.fuzzy-dev.tinyland.dev",
                "grpc://bazel-cache.attic-cache-dev.svc.cluster.local:9092 |"
                        + " bazel-cache.attic-cache-dev.svc.cluster.local",
                "grpc://bazel-cache.attic-cache-dev.svc:9092 | bazel-cache.attic-cache-dev.svc",
                "http://attic.attic-cache-dev | attic.attic-cache-dev",
                "postgres.attic-cache-dev.svc.cluster.local | postgres.attic-cache-dev.svc.cluster.local",
                "kubectl get pods -n attic-cache-dev # x | attic-cache-dev",
                "NS1[attic-cache-dev] | attic-cache-dev",
                "the `attic-cache-dev` namespace | attic-cache-dev",
                "attic-cache-dev/ | attic-cache-dev",
                "/api/v1/namespaces/attic-cache-dev/pods | attic-cache-dev",
            })
    void findsRetiredNamesByWholeLabels(String text, String written) {
        List<RetiredMatch> matches = matcher.retired(text);
        assertEquals(
                List.of(written),
                matches.stream()
                        .map(match -> text.substring(match.start(), match.end()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://nix-cache.tinyland.dev/main",
                "http://attic.nix-cache.svc.cluster.local",
                "https://myattic.tinyland.dev",
                "https://my-attic.tinyland.dev",
                "https://my_attic.tinyland.dev",
                "https://attic.tinyland.development",
                "https://attic.tinyland.dev.example.org",
                "attic\\.tinyland\\.dev",
                "kubectl get pods -n fuzzy-dev",
                "fuzzy-dev.tinyland.dev",
                "https://gitlab.com/group/attic-cache-dev/-/tree/main",
                "nix develop .#attic-cache-dev",
                "attic-cache-dev.yaml",
                "attic-cache-developers",
                "my-attic-cache-dev",
                "attic-cache",
                "",
            })
    void leavesOtherNamesAlone(String text) {
        assertEquals(List.of(), matcher.retired(text));
    }

    @Test
    void aRetiredHostComesWithWhatReplacesItForWhom() {
        RetiredMatch match =
                matcher.retired("https://attic.dev-cluster.example.com").getFirst();
        Retired.Host host = ((RetiredMatch.OfHost) match).host();
        assertEquals(Optional.of("http://attic.nix-cache.svc.cluster.local"), host.replacement(Audience.RUNNERS));
        assertEquals(Optional.of("https://nix-cache.tinyland.dev/main"), host.replacement(Audience.OPERATORS));
    }

    @ParameterizedTest
    @CsvSource({
        "http://attic-api.nix-cache.svc.cluster.local, 1",
        "http://attic-api.nix-cache.svc.cluster.local:8080/x, 1",
        "http://attic-api.nix-cache.svc:8080, 1",
        "http://attic-api.nix-cache:8080, 1",
        "http://attic.nix-cache.svc.cluster.local:8080, 1",
        "http://attic.nix-cache.svc.cluster.local:80, 0",
        "http://attic.nix-cache.svc.cluster.local, 0",
        "http://attic-api.other.svc.cluster.local, 0",
        "name: attic-api, 0",
        "https://nix-cache.tinyland.dev, 0",
    })
    void findsLiveServicesByOtherNames(String text, int expected) {
        assertEquals(expected, matcher.noncanonical(text).size());
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.civo.com/x, civo.com, true",
        "civo.com, civo.com, true",
        "https://notcivo.com, civo.com, false",
        "https://civo.com.example.org, civo.com, false",
    })
    void aDomainIsComparedByWholeLabels(String text, String domain, boolean below) {
        assertEquals(below, HostScanner.scan(text).stream().anyMatch(mention -> mention.isAtOrBelow(domain)));
    }

    @Test
    void aMentionKnowsSchemeAndPort() {
        HostMention mention =
                HostScanner.scan("x=GRPC://me@Cache.Example.org:9092/a").get(2);
        assertEquals(new HostMention("cache.example.org", Optional.of("grpc"), Optional.of(9092), 12, 29), mention);
    }
}
