package dev.tinyland.gf.kube;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of a server: a URL without user information, path, query and fragment. A name that ends in a
 * number is no name, because resolvers read it as an address in shorthand.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the name in lower case, or the address without brackets
 * @param literal the address, where the host is one
 * @param port the port as written, or 0
 */
public record ServerAddress(String scheme, String host, Optional<IpAddress> literal, int port) {
    private static final Pattern URL =
            Pattern.compile("(?i)(https?)://(\\[[0-9a-f:.]+\\]|[a-z0-9.-]+)(?::([0-9]{1,5}))?/?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public static Optional<ServerAddress> parse(String text) {
        Matcher matcher = URL.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        boolean portFits = matcher.group(3) == null || (port >= 1 && port <= 65535);
        String host = matcher.group(2).toLowerCase(Locale.ROOT);
        Optional<IpAddress> literal;
        if (host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
            literal = IpAddress.parse(host).filter(IpAddress::six);
            if (literal.isEmpty()) {
                return Optional.empty();
            }
        } else {
            literal = IpAddress.parse(host);
            if (literal.isEmpty() && !isName(host)) {
                return Optional.empty();
            }
        }
        return portFits
                ? Optional.of(new ServerAddress(matcher.group(1).toLowerCase(Locale.ROOT), host, literal, port))
                : Optional.empty();
    }

    public boolean secure() {
        return scheme.equals("https");
    }

    /** Whether both lead to the same socket by the same scheme. */
    public boolean sameAs(ServerAddress other) {
        boolean sameHost = literal.isPresent() ? literal.equals(other.literal) : host.equals(other.host);
        return scheme.equals(other.scheme) && sameHost && effectivePort() == other.effectivePort();
    }

    public int effectivePort() {
        return port != 0 ? port : secure() ? 443 : 80;
    }

    private static boolean isName(String host) {
        if (host.length() > 253) {
            return false;
        }
        String[] labels = host.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        String last = labels[labels.length - 1];
        return !last.matches("[0-9]+|0x[0-9a-f]*");
    }

    @Override
    public String toString() {
        String shown = literal.filter(IpAddress::six).isPresent() ? "[" + host + "]" : host;
        return scheme + "://" + shown + (port == 0 ? "" : ":" + port);
    }
}
