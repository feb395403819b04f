package dev.tinyland.gf.testing.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The faults of a store, one by one. */
public final class Faults {
    private static final String XML = "application/xml";

    private Faults() {}

    /** Nothing is done. */
    public static Fault none() {
        return (request, upstream) -> upstream.forward(request);
    }

    /** 200, and a list of nothing. */
    public static Fault emptyListBuckets() {
        return (_, _) -> emptyBuckets();
    }

    /** 200, and a list of no key. */
    public static Fault emptyListObjects() {
        return (request, _) -> emptyObjects(request.bucket());
    }

    /** The list without one bucket. */
    public static Fault hideBucket(String name) {
        return (request, upstream) -> {
            Outcome.Reply reply = upstream.forward(request);
            return reply.withBody(reply.text()
                    .replaceAll("<Bucket>(?:(?!</Bucket>).)*<Name>" + name + "</Name>(?:(?!</Bucket>).)*</Bucket>", "")
                    .getBytes(StandardCharsets.UTF_8));
        };
    }

    public static Fault head404() {
        return (_, _) -> Outcome.Reply.of(404, XML, "");
    }

    /** 404 with {@code NoSuchBucket} or {@code NoSuchKey}. */
    public static Fault get404(String code) {
        return status(404, code);
    }

    public static Fault status(int status, String code) {
        return (_, _) -> Outcome.Reply.error(status, code);
    }

    /** The right answer, cut after so many bytes of its body. */
    public static Fault truncate(int bytes, Outcome.Framing framing) {
        return (request, upstream) -> upstream.forward(request).cut(bytes, framing);
    }

    public static Fault delay(Duration time) {
        return (request, upstream) -> {
            new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
            return upstream.forward(request);
        };
    }

    public static Fault hang() {
        return (_, _) -> new Outcome.Hang();
    }

    public static Fault reset() {
        return (_, _) -> new Outcome.Reset();
    }

    /** The request takes effect, and its answer is lost. */
    public static Fault loseTheAnswer() {
        return (request, upstream) -> {
            upstream.forward(request);
            return new Outcome.Reset();
        };
    }

    /** One bit of the body is another. */
    public static Fault flipBit(int offset) {
        return (request, upstream) -> {
            Outcome.Reply reply = upstream.forward(request);
            byte[] body = reply.bytes();
            body[offset] ^= 1;
            return reply.withBody(body);
        };
    }

    /** A store that does not honour {@code If-None-Match}: 200 where it has to be 412. */
    public static Fault dropIfNoneMatch() {
        return (request, upstream) -> {
            Outcome.Reply reply = upstream.forward(request);
            return reply.status() == 412
                    ? Outcome.Reply.of(200, XML, "").withHeader("ETag", "\"0123456789abcdef0123456789abcdef\"")
                    : reply;
        };
    }

    /** A delete is confirmed, and nothing is deleted. */
    public static Fault ackDeleteButKeep() {
        return (_, _) -> Outcome.Reply.of(204, XML, "");
    }

    /** A write is confirmed, and nothing is written. */
    public static Fault ackPutButDrop() {
        return (_, _) -> Outcome.Reply.of(200, XML, "").withHeader("ETag", "\"0123456789abcdef0123456789abcdef\"");
    }

    /** 200 with another body. */
    public static Fault swapBody(String type, String body) {
        return (_, _) -> Outcome.Reply.of(200, type, body);
    }

    /** 200 with the page of an ingress. */
    public static Fault html() {
        return swapBody("text/html", "<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>");
    }

    /** After a write, lists stay as they were for a while. Stands before every request, not only before lists. */
    public static Fault listLag(Duration lag) {
        Map<String, Outcome.Reply> lists = new ConcurrentHashMap<>();
        long[] until = {0};
        return (request, upstream) -> {
            boolean writes = request.method().equals("PUT") || request.method().equals("DELETE");
            if (writes) {
                until[0] = System.nanoTime() + lag.toNanos();
                return upstream.forward(request);
            }
            if (!request.listsBuckets() && !request.listsObjects()) {
                return upstream.forward(request);
            }
            Outcome.Reply known = lists.get(request.target());
            if (known != null && System.nanoTime() < until[0]) {
                return known;
            }
            Outcome.Reply reply = upstream.forward(request);
            lists.put(request.target(), reply);
            return reply;
        };
    }

    static Outcome.Reply emptyBuckets() {
        return Outcome.Reply.of(
                200,
                XML,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListAllMyBucketsResult"
                        + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Owner><ID>0</ID>"
                        + "<DisplayName>store</DisplayName></Owner><Buckets></Buckets></ListAllMyBucketsResult>");
    }

    static Outcome.Reply emptyObjects(String bucket) {
        return Outcome.Reply.of(
                200,
                XML,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult"
                        + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>" + bucket
                        + "</Name><Prefix></Prefix><KeyCount>0</KeyCount><MaxKeys>1000</MaxKeys>"
                        + "<IsTruncated>false</IsTruncated></ListBucketResult>");
    }
}
