package dev.tinyland.gf.testing.fault;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Whole states a store has been seen in. The rows "1.0.1" were measured on a real RustFS of that version. */
public final class StoreModes {
    private StoreModes() {}

    /** A state that ends when the store's process starts anew. */
    public static final class Latch implements Fault {
        private final AtomicBoolean faulty = new AtomicBoolean(true);
        private final Fault whileFaulty;

        Latch(Fault fault) {
            this.whileFaulty = fault;
        }

        public void restart() {
            faulty.set(false);
        }

        @Override
        public Outcome apply(ProxyRequest request, Upstream upstream) throws java.io.IOException, InterruptedException {
            return faulty.get() ? whileFaulty.apply(request, upstream) : upstream.forward(request);
        }
    }

    /**
     * RustFS up to 1.0.0-beta.8 with a faulty disk handle: lists of nothing, 404 everywhere, buckets cannot be made; the
     * directories are intact and a restart ends it (rustfs/rustfs PR 3418).
     */
    public static Latch rustfsBeta8Latch() {
        return new Latch((request, _) -> {
            if (request.listsBuckets()) {
                return Faults.emptyBuckets();
            }
            return request.createsABucket()
                    ? Outcome.Reply.error(500, "InternalError")
                    : Outcome.Reply.error(404, "NoSuchBucket");
        });
    }

    /** RustFS from 1.0.0-beta.9 on with the same fault: it says so. */
    public static Latch rustfsRcLatch() {
        return new Latch((_, _) -> Outcome.Reply.error(503, "SlowDown"));
    }

    /**
     * 1.0.1, the bucket's folder gone from 2 of 4 drives: lists are empty, HeadBucket and the object are right, and the
     * first GET of an object repairs everything.
     */
    public static Fault rustfs101TwoOfFour() {
        AtomicBoolean repaired = new AtomicBoolean();
        return (request, upstream) -> {
            if (!repaired.get() && request.listsBuckets()) {
                return Faults.emptyBuckets();
            }
            if (!repaired.get() && request.listsObjects()) {
                return Faults.emptyObjects(request.bucket());
            }
            Outcome.Reply reply = upstream.forward(request);
            if (request.method().equals("GET") && !request.key().isEmpty() && reply.status() == 200) {
                repaired.set(true);
            }
            return reply;
        };
    }

    /**
     * 1.0.1 running, the bucket's folder gone from 3 or 4 of 4 drives: ListObjectsV2 answers with an empty list for a
     * while and with 404 later, all else is 404 at once.
     *
     * @param emptyLists how many lists of objects are still answered
     */
    public static Fault rustfs101BucketLost(int emptyLists) {
        AtomicInteger lists = new AtomicInteger();
        return (request, _) -> {
            if (request.listsBuckets()) {
                return Faults.emptyBuckets();
            }
            if (request.listsObjects() && lists.incrementAndGet() <= emptyLists) {
                return Faults.emptyObjects(request.bucket());
            }
            return Outcome.Reply.error(404, "NoSuchBucket");
        };
    }

    /** 1.0.1, the object's folder gone from 2 of 4 drives: its list says 503, it is readable, a GET repairs it. */
    public static Fault rustfs101ObjectTwoOfFour() {
        AtomicBoolean repaired = new AtomicBoolean();
        return (request, upstream) -> {
            if (!repaired.get() && request.listsObjects()) {
                return Outcome.Reply.error(503, "SlowDownRead");
            }
            Outcome.Reply reply = upstream.forward(request);
            if (request.method().equals("GET") && !request.key().isEmpty() && reply.status() == 200) {
                repaired.set(true);
            }
            return reply;
        };
    }

    /**
     * 1.0.1 started cold, the object's folder gone from 3 of 4 drives: the bucket is there, the object is in no list and
     * answers 404 alike. Nothing in the store tells this from an object that never was.
     */
    public static Fault rustfs101ObjectQuorumLost(String key) {
        return (request, upstream) -> {
            if (request.listsObjects()) {
                return Faults.emptyObjects(request.bucket());
            }
            boolean lost = request.readsAnObject() && request.key().equals(key);
            return lost ? Outcome.Reply.error(404, "NoSuchKey") : upstream.forward(request);
        };
    }

    /** An old pod and a new one behind one port answer in turn: right, a list of nothing, 503. */
    public static Fault twoPodsBehindOneService() {
        AtomicInteger lists = new AtomicInteger();
        return (request, upstream) -> {
            if (!request.listsBuckets() && !request.listsObjects()) {
                return upstream.forward(request);
            }
            return switch (lists.getAndIncrement() % 3) {
                case 0 -> upstream.forward(request);
                case 1 -> request.listsBuckets() ? Faults.emptyBuckets() : Faults.emptyObjects(request.bucket());
                default -> Outcome.Reply.error(503, "SlowDown");
            };
        };
    }
}
