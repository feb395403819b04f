package dev.tinyland.gf.access.attachment;

import dev.tinyland.gf.kube.AddressScope;
import dev.tinyland.gf.kube.IpAddress;
import dev.tinyland.gf.kube.ServerAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint as a variable holds it.
 *
 * @param variable the variable's name
 * @param text its value
 */
record EndpointText(String variable, String text) {
    private static final Pattern URL = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://([^/?#]*)(/[^?#]*)?");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{|\\$\\(|\\{\\{|^\\$");

    /** Whether a value still holds what a shell or a template should have put something in the place of. */
    static boolean refers(String value) {
        return REFERENCE.matcher(value).find();
    }

    /** What is wrong with it; empty for a URL that can be used. */
    Optional<String> fault(List<String> schemes) {
        if (refers(text)) {
            return Optional.of(variable + " holds a reference that nobody resolved");
        }
        Matcher matcher = URL.matcher(text);
        if (!matcher.matches()) {
            return Optional.of(variable + " is no URL");
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        if (!schemes.contains(scheme)) {
            return Optional.of(variable + " has scheme " + scheme + "; allowed: " + String.join(", ", schemes));
        }
        return server().isPresent()
                ? Optional.empty()
                : Optional.of(variable + " has no plain host and port (user information is not allowed either)");
    }

    /** Scheme left aside, host and port. */
    Optional<ServerAddress> server() {
        Matcher matcher = URL.matcher(text);
        return matcher.matches() ? ServerAddress.parse("https://" + matcher.group(2)) : Optional.empty();
    }

    int port() {
        Matcher matcher = URL.matcher(text);
        int written = server().map(ServerAddress::port).orElse(0);
        boolean secure =
                matcher.matches() && matcher.group(1).toLowerCase(Locale.ROOT).endsWith("s");
        return written != 0 ? written : secure ? 443 : 80;
    }

    boolean isThisMachine() {
        Optional<ServerAddress> server = server();
        if (server.flatMap(ServerAddress::literal)
                .filter(IpAddress::unspecified)
                .isPresent()) {
            return true;
        }
        return server.flatMap(address ->
                        address.literal().map(AddressScope::of).or(() -> AddressScope.ofName(address.host())))
                .equals(Optional.of(AddressScope.LOOPBACK));
    }

    /** Scheme, host and port for people. */
    String shown() {
        Matcher matcher = URL.matcher(text);
        return matcher.matches()
                ? server().map(address -> matcher.group(1).toLowerCase(Locale.ROOT)
                                + address.toString().substring("https".length()))
                        .orElse("not readable")
                : "not readable";
    }
}
