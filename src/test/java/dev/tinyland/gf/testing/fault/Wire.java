package dev.tinyland.gf.testing.fault;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** As much of HTTP/1.1 as S3 clients and servers use. */
final class Wire {
    private static final Set<String> HOP = Set.of("connection", "transfer-encoding", "keep-alive", "expect");

    private Wire() {}

    /** Reads a request; null when the client closed without one. */
    static @Nullable ProxyRequest readRequest(InputStream in, OutputStream out) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            return null;
        }
        String[] parts = line.split(" ", 3);
        List<ProxyRequest.Header> headers = headers(in);
        if (value(headers, "expect").isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        byte[] body = new byte[0];
        if (value(headers, "transfer-encoding").isPresent()) {
            body = chunked(in);
        } else if (value(headers, "content-length").isPresent()) {
            body = exactly(in, Integer.parseInt(value(headers, "content-length").get()));
        }
        return new ProxyRequest(parts[0], parts[1], headers, body);
    }

    static void write(ProxyRequest request, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
        for (ProxyRequest.Header header : request.headers()) {
            if (!hop(header) && !header.is("content-length")) {
                head.append(header.name()).append(": ").append(header.value()).append("\r\n");
            }
        }
        boolean announces = request.body().length > 0
                || request.method().equals("PUT")
                || request.method().equals("POST");
        if (announces) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        out.write(head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(request.body());
        out.flush();
    }

    static Outcome.Reply readReply(InputStream in, ProxyRequest request) throws IOException {
        String status = line(in);
        while (status.startsWith("HTTP/1.1 100")) {
            headers(in);
            status = line(in);
        }
        if (status.isEmpty()) {
            throw new EOFException("no answer");
        }
        int code = Integer.parseInt(status.split(" ", 3)[1]);
        List<ProxyRequest.Header> headers = headers(in);
        byte[] body = new byte[0];
        if (!request.method().equals("HEAD") && code != 204 && code != 304) {
            Optional<String> length = value(headers, "content-length");
            if (value(headers, "transfer-encoding").isPresent()) {
                body = chunked(in);
            } else {
                body = length.isPresent() ? exactly(in, Integer.parseInt(length.get())) : in.readAllBytes();
            }
        }
        return new Outcome.Reply(code, headers, body, Outcome.Framing.LENGTH, -1);
    }

    static void write(Outcome.Reply reply, ProxyRequest request, Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        boolean head = request.method().equals("HEAD");
        StringBuilder text = new StringBuilder("HTTP/1.1 " + reply.status() + " X\r\n");
        for (ProxyRequest.Header header : reply.headers()) {
            if (!hop(header) && (head || !header.is("content-length"))) {
                text.append(header.name()).append(": ").append(header.value()).append("\r\n");
            }
        }
        byte[] body = reply.bytes();
        boolean chunks = reply.framing() == Outcome.Framing.CHUNKED && !head;
        if (chunks) {
            text.append("Transfer-Encoding: chunked\r\n");
        } else if (reply.framing() == Outcome.Framing.LENGTH
                && reply.status() != 204
                && (!head || value(reply.headers(), "content-length").isEmpty())) {
            text.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.write(text.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (head || reply.status() == 204) {
            out.flush();
            return;
        }
        int sent = reply.cutAfter() < 0 ? body.length : Math.min(reply.cutAfter(), body.length);
        if (chunks) {
            // The chunk announces all of the body, so that a cut falls into it.
            out.write((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body, 0, sent);
            if (sent == body.length && reply.cutAfter() < 0) {
                out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
        } else {
            out.write(body, 0, sent);
        }
        out.flush();
    }

    private static boolean hop(ProxyRequest.Header header) {
        return HOP.contains(header.name().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> value(List<ProxyRequest.Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(ProxyRequest.Header::value)
                .findFirst();
    }

    private static List<ProxyRequest.Header> headers(InputStream in) throws IOException {
        List<ProxyRequest.Header> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("this is not HTTP");
            }
            headers.add(new ProxyRequest.Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private static byte[] chunked(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
            if (size == 0) {
                headers(in);
                return body.toByteArray();
            }
            body.writeBytes(exactly(in, size));
            line(in);
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new EOFException("body cut short");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
