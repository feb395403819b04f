package dev.tinyland.gf.kube;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an address reaches. */
public enum AddressScope {
    /** 100.64.0.0/10 and fd7a:115c:a1e0::/48 (Tailscale), names below ts.net. */
    TAILNET,
    /** Service names of the cluster. */
    CLUSTER_LOCAL,
    /** RFC 1918 and fc00::/7. */
    PRIVATE,
    LOOPBACK,
    LINK_LOCAL,
    /** Not for unicast traffic, for documentation, or a translation to somewhere else. */
    RESERVED,
    PUBLIC;

    /** The scopes a caller may allow. The others are never allowed. */
    public static final List<AddressScope> CHOICES = List.of(TAILNET, CLUSTER_LOCAL, PRIVATE, LOOPBACK);

    /** As RFC 6761 and the usual files of hosts have them. */
    private static final List<String> LOCAL_NAMES =
            List.of("localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback");

    private static final List<Range> RANGES = List.of(
            Range.of("0.0.0.0/8", RESERVED),
            Range.of("10.0.0.0/8", PRIVATE),
            Range.of("100.64.0.0/10", TAILNET),
            Range.of("127.0.0.0/8", LOOPBACK),
            Range.of("169.254.0.0/16", LINK_LOCAL),
            Range.of("172.16.0.0/12", PRIVATE),
            Range.of("192.0.0.0/24", RESERVED),
            Range.of("192.0.2.0/24", RESERVED),
            Range.of("192.88.99.0/24", RESERVED),
            Range.of("192.168.0.0/16", PRIVATE),
            Range.of("198.18.0.0/15", RESERVED),
            Range.of("198.51.100.0/24", RESERVED),
            Range.of("203.0.113.0/24", RESERVED),
            Range.of("224.0.0.0/3", RESERVED),
            Range.of("0.0.0.0/0", PUBLIC),
            Range.of("::1/128", LOOPBACK),
            Range.of("2001::/23", RESERVED),
            Range.of("2001:db8::/32", RESERVED),
            Range.of("2002::/16", RESERVED),
            Range.of("3fff::/20", RESERVED),
            Range.of("2000::/3", PUBLIC),
            Range.of("fd7a:115c:a1e0::/48", TAILNET),
            Range.of("fc00::/7", PRIVATE),
            Range.of("fe80::/10", LINK_LOCAL),
            Range.of("::/0", RESERVED));

    private record Range(IpAddress first, int length, AddressScope scope) {

        static Range of(String prefix, AddressScope scope) {
            int slash = prefix.indexOf('/');
            return new Range(
                    IpAddress.parse(prefix.substring(0, slash)).orElseThrow(),
                    Integer.parseInt(prefix.substring(slash + 1)),
                    scope);
        }

        boolean contains(IpAddress address) {
            if (first.six() != address.six()) {
                return false;
            }
            if (!first.six()) {
                return length == 0 || (first.low() >>> (32 - length)) == (address.low() >>> (32 - length));
            }
            long highMask = length == 0 ? 0 : length >= 64 ? -1L : -1L << (64 - length);
            long lowMask = length <= 64 ? 0 : length == 128 ? -1L : -1L << (128 - length);
            return ((first.high() ^ address.high()) & highMask) == 0 && ((first.low() ^ address.low()) & lowMask) == 0;
        }
    }

    /** The scope of an address, after the IANA special-purpose registries. An IPv4-mapped address is its IPv4 address. */
    public static AddressScope of(IpAddress address) {
        IpAddress plain = address.unmapped();
        return RANGES.stream()
                .filter(range -> range.contains(plain))
                .findFirst()
                .map(Range::scope)
                .orElseThrow();
    }

    /** The scope of a host name that says by itself where it leads. */
    public static Optional<AddressScope> ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (LOCAL_NAMES.contains(lower) || lower.endsWith(".localhost")) {
            return Optional.of(LOOPBACK);
        }
        boolean service = lower.endsWith(".svc") || lower.endsWith(".svc.cluster.local");
        if (service || lower.equals("kubernetes") || lower.equals("kubernetes.default")) {
            return Optional.of(CLUSTER_LOCAL);
        }
        return lower.endsWith(".ts.net") ? Optional.of(TAILNET) : Optional.empty();
    }

    /** The scope a word of an input names: its name in kebab-case, or {@code rfc1918}. */
    public static Optional<AddressScope> ofWord(String word) {
        String name = word.strip().toLowerCase(Locale.ROOT);
        return name.equals("rfc1918")
                ? Optional.of(PRIVATE)
                : Arrays.stream(values())
                        .filter(scope -> scope.word().equals(name))
                        .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
