package dev.tinyland.gf.testing.fault;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request as the client sent it. */
public final class ProxyRequest {
    private final String method;
    private final String target;
    private final List<Header> headers;
    private final byte[] body;

    ProxyRequest(String method, String target, List<Header> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = List.copyOf(headers);
        this.body = body.clone();
    }

    /** A header with its name as sent. */
    public record Header(String name, String value) {
        boolean is(String other) {
            return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
        }
    }

    public String method() {
        return method;
    }

    /** Path and query as sent. */
    public String target() {
        return target;
    }

    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    public List<Header> headers() {
        return headers;
    }

    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst();
    }

    public byte[] body() {
        return body.clone();
    }

    /** The bucket of the path, or empty. */
    public String bucket() {
        String path = path().substring(1);
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /** The key of the path as sent, or empty. */
    public String key() {
        String path = path().substring(1);
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(slash + 1);
    }

    public boolean listsBuckets() {
        return method.equals("GET") && bucket().isEmpty();
    }

    public boolean listsObjects() {
        return method.equals("GET") && !bucket().isEmpty() && key().isEmpty() && !query().contains("location");
    }

    public boolean asksForTheBucket() {
        return method.equals("HEAD") && !bucket().isEmpty() && key().isEmpty();
    }

    public boolean readsAnObject() {
        return (method.equals("GET") || method.equals("HEAD")) && !key().isEmpty();
    }

    public boolean createsABucket() {
        return method.equals("PUT") && !bucket().isEmpty() && key().isEmpty();
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
