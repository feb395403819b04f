package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;

/** The checks of the guard. C2, C3 and C12 look at the cluster and belong to the deep check. */
enum GuardCheck {
    C1("the location is complete", "endpoint, region, bucket and key fit together"),
    C4("the bucket is listed", "ListBuckets has the bucket, every time"),
    C5("the bucket answers", "HeadBucket 200, every time"),
    C6("the object is listed", "ListObjectsV2 has the key, every time"),
    C7("the object has a size", "HeadObject 200 and more than 0 bytes"),
    C8("the object is a state", "as many bytes as announced, of a state of format 4 or its encrypted envelope"),
    C9("nobody holds the lock", "no lock object beside the state"),
    C10("what is written stays, what is deleted goes", "write, refused second write (412), readback, delete, gone"),
    C11("the lists are unchanged by the write proof", "ListBuckets has the bucket as before");

    private final String title;
    private final String expected;

    GuardCheck(String title, String expected) {
        this.title = title;
        this.expected = expected;
    }

    Check seen(Status status, String observed) {
        return Check.required(name(), title, status, expected, observed);
    }

    /** A check on which no verdict rests. */
    Check told(Status status, String observed) {
        return Check.optional(name(), title, status, expected, observed);
    }
}
