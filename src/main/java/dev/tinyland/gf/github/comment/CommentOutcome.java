package dev.tinyland.gf.github.comment;

import java.util.Optional;

/** What came of putting a comment in its place. */
public sealed interface CommentOutcome {

    /** What to tell a reader. */
    String text();

    /** The id of the comment's first part, or empty where none is in place. */
    default String id() {
        return "";
    }

    /**
     * It is in place now.
     *
     * @param remark what did not go as wished beside it, or empty
     */
    record Posted(long comment, Optional<String> page, int parts, String remark) implements CommentOutcome {
        /** Everything went as wished. */
        public Posted(long comment, Optional<String> page, int parts) {
            this(comment, page, parts, "");
        }

        @Override
        public String text() {
            return "the comment is in place" + (parts > 1 ? " in " + parts + " parts" : "")
                    + page.map(address -> ": " + address).orElse("")
                    + (remark.isEmpty() ? "" : "; " + remark);
        }

        @Override
        public String id() {
            return Long.toString(comment);
        }
    }

    /** It was in place already and says the same; nothing was written. */
    record Unchanged(long comment, Optional<String> page) implements CommentOutcome {
        @Override
        public String text() {
            return "the comment says the same already; nothing was written"
                    + page.map(address -> ": " + address).orElse("");
        }

        @Override
        public String id() {
            return Long.toString(comment);
        }
    }

    /** This run may not write it, or should not. */
    record NotPosted(String why) implements CommentOutcome {
        @Override
        public String text() {
            return "no comment was written: " + why;
        }
    }

    /**
     * Whether it is in place is not known.
     *
     * @param reason a word in kebab-case
     */
    record Unreachable(String reason, String why) implements CommentOutcome {
        @Override
        public String text() {
            return "the comment could not be written: " + why;
        }
    }
}
