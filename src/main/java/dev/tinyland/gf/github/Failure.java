package dev.tinyland.gf.github;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a call did not give what was asked for. The messages are GitHub's own, on one line and cut; they may quote what was
 * sent, so they go through the redactor like everything else.
 */
public sealed interface Failure {

    /** What to tell a reader, as a clause. */
    String text();

    /** 404 or 410: it is not there, or the token may not know that it is. GitHub answers both alike. */
    record NotFound(String what) implements Failure {
        @Override
        public String text() {
            return what + " is not there, or the token may not see it (404)";
        }
    }

    /** 401: the token is wrong, expired or revoked. */
    record Unauthorized(String message) implements Failure {
        @Override
        public String text() {
            return "GitHub does not accept the token (401: " + message + ")";
        }
    }

    /** 403 that is no rate limit: the token may not do this; so it is for a read-only token and for a fork's. */
    record Forbidden(String message) implements Failure {
        @Override
        public String text() {
            return "the token may not do this (403: " + message + ")";
        }
    }

    /** 400 or 422: GitHub understood the call and refuses its content. */
    record Rejected(int status, String message) implements Failure {
        @Override
        public String text() {
            return "GitHub refuses the request (" + status + ": " + message + ")";
        }
    }

    /** 409: the thing is in another state, such as a run that has ended already. */
    record Conflict(String message) implements Failure {
        @Override
        public String text() {
            return "the state of the thing forbids it (409: " + message + ")";
        }
    }

    /**
     * 429, or a 403 that is a rate limit, and waiting for it would take longer than this run may wait.
     *
     * @param until when GitHub would answer again, by its own clock, where it said so
     */
    record RateLimited(String message, Optional<Instant> until) implements Failure {
        @Override
        public String text() {
            return "GitHub's rate limit is reached"
                    + until.map(time -> ", it answers again at " + time).orElse("") + " (" + message + ")";
        }
    }

    /** No answer, half an answer, or an answer that is not the API's; what it meant to say is not known. */
    record Unreachable(String message) implements Failure {
        @Override
        public String text() {
            return "GitHub's API did not answer: " + message;
        }
    }
}
