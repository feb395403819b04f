package dev.tinyland.gf.s3;

import java.util.List;

/** Hands on what reads. It is a type of its own so that no cast finds the writing half. */
final class ReadingView implements S3Reader {
    private final S3Reader reader;

    ReadingView(S3Reader reader) {
        this.reader = reader;
    }

    @Override
    public S3Answer<List<String>> listBuckets() throws InterruptedException {
        return reader.listBuckets();
    }

    @Override
    public S3Answer<String> headBucket(String bucket) throws InterruptedException {
        return reader.headBucket(bucket);
    }

    @Override
    public S3Answer<ObjectList> listObjects(String bucket, String prefix) throws InterruptedException {
        return reader.listObjects(bucket, prefix);
    }

    @Override
    public S3Answer<ObjectFacts> headObject(String bucket, String key) throws InterruptedException {
        return reader.headObject(bucket, key);
    }

    @Override
    public S3Answer<ObjectBody> getObject(String bucket, String key) throws InterruptedException {
        return reader.getObject(bucket, key);
    }

    @Override
    public List<S3Attempt> attempts() {
        return reader.attempts();
    }
}
