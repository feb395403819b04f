package dev.tinyland.gf.s3;

import java.util.List;

/** Calls that change nothing. Each is one request: nothing is tried again, so that what flaps is seen. */
public interface S3Reader {

    S3Answer<List<String>> listBuckets() throws InterruptedException;

    /** Whether the bucket answers; the value says nothing. */
    S3Answer<String> headBucket(String bucket) throws InterruptedException;

    /** The first page of the keys that start with the prefix. */
    S3Answer<ObjectList> listObjects(String bucket, String prefix) throws InterruptedException;

    S3Answer<ObjectFacts> headObject(String bucket, String key) throws InterruptedException;

    /** The whole object, its length compared with what was announced. */
    S3Answer<ObjectBody> getObject(String bucket, String key) throws InterruptedException;

    /** Every request made so far on this connection, in order. */
    List<S3Attempt> attempts();
}
