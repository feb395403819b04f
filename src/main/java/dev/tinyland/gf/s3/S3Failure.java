package dev.tinyland.gf.s3;

/** Why a call gave no answer that can be used. The words are those of reports. */
public sealed interface S3Failure {

    /** A word in kebab-case. */
    String word();

    /** One clause for people: what was seen. Nothing of the body stands in it. */
    String seen();

    /** Nothing came back that the store itself said. */
    sealed interface NoAnswer extends S3Failure {}

    /** The store answered, and not with what was asked for. */
    sealed interface Answered extends S3Failure {}

    record Dns() implements NoAnswer {
        @Override
        public String word() {
            return "dns";
        }

        @Override
        public String seen() {
            return "the name of the endpoint does not resolve";
        }
    }

    record Connect() implements NoAnswer {
        @Override
        public String word() {
            return "connect";
        }

        @Override
        public String seen() {
            return "no connection to the endpoint";
        }
    }

    record Tls() implements NoAnswer {
        @Override
        public String word() {
            return "tls";
        }

        @Override
        public String seen() {
            return "the TLS handshake failed";
        }
    }

    record Timeout() implements NoAnswer {
        @Override
        public String word() {
            return "timeout";
        }

        @Override
        public String seen() {
            return "no whole answer within the time limit";
        }
    }

    record Reset() implements NoAnswer {
        @Override
        public String word() {
            return "reset";
        }

        @Override
        public String seen() {
            return "the connection was cut before an answer";
        }
    }

    /** A body of another length than announced. */
    record Truncated(long announced, long received) implements Answered {
        @Override
        public String word() {
            return "truncated";
        }

        @Override
        public String seen() {
            return announced < 0
                    ? "the body was cut off after " + received + " bytes"
                    : received + " of " + announced + " announced bytes";
        }
    }

    /**
     * 401 or 403: who asks is not known or not allowed. It never says anything about what is there.
     *
     * @param code the store's code, such as {@code SignatureDoesNotMatch}, or empty
     */
    record Auth(int status, String code) implements Answered {
        @Override
        public String word() {
            return "auth";
        }

        @Override
        public String seen() {
            return line(status, code);
        }
    }

    record NoSuchBucket() implements Answered {
        @Override
        public String word() {
            return "no-such-bucket";
        }

        @Override
        public String seen() {
            return "404 NoSuchBucket";
        }
    }

    record NoSuchKey() implements Answered {
        @Override
        public String word() {
            return "no-such-key";
        }

        @Override
        public String seen() {
            return "404 NoSuchKey";
        }
    }

    /** A 404 that does not say what is missing, as every answer to a HEAD. */
    record NotFound() implements Answered {
        @Override
        public String word() {
            return "not-found";
        }

        @Override
        public String seen() {
            return "404";
        }
    }

    record Precondition() implements Answered {
        @Override
        public String word() {
            return "precondition";
        }

        @Override
        public String seen() {
            return "412, the condition does not hold";
        }
    }

    /** 503: the store says it cannot now; RustFS says so of lost disks. */
    record SlowDown(String code) implements Answered {
        @Override
        public String word() {
            return "slow-down";
        }

        @Override
        public String seen() {
            return line(503, code);
        }
    }

    record NotImplemented() implements Answered {
        @Override
        public String word() {
            return "not-implemented";
        }

        @Override
        public String seen() {
            return "501, the store does not know the call";
        }
    }

    /** Any other redirect or refusal. */
    record Refused(int status, String code) implements Answered {
        @Override
        public String word() {
            return "http-4xx";
        }

        @Override
        public String seen() {
            return line(status, code);
        }
    }

    record ServerError(int status, String code) implements Answered {
        @Override
        public String word() {
            return "http-5xx";
        }

        @Override
        public String seen() {
            return line(status, code);
        }
    }

    /** A success whose body is not what the call answers with: a page, an error document, nothing. */
    record Parse(String instead) implements Answered {
        @Override
        public String word() {
            return "parse";
        }

        @Override
        public String seen() {
            return "a success with " + instead + " for a body";
        }
    }

    private static String line(int status, String code) {
        return code.isEmpty() ? Integer.toString(status) : status + " " + code;
    }
}
