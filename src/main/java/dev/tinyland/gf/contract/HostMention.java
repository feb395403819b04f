package dev.tinyland.gf.contract;

import java.util.List;
import java.util.Optional;

/**
 * A host name found in a text.
 *
 * @param host the name in lower case, dots at its ends left out
 * @param scheme the URL scheme in lower case, where the text has one
 * @param port the port, where the text has one
 * @param start offset of the name's first character in the text
 * @param end offset after its last character, the port left out
 */
public record HostMention(String host, Optional<String> scheme, Optional<Integer> port, int start, int end) {

    /** The name's labels, left to right. */
    public List<String> labels() {
        return List.of(host.split("\\.", -1));
    }

    /** Whether the name is this domain or stands below it: whole labels, so {@code x-civo.com} is not below {@code civo.com}. */
    public boolean isAtOrBelow(String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
