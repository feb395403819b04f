package dev.tinyland.gf.github.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.github.Failure;
import dev.tinyland.gf.github.IssueComment;
import dev.tinyland.gf.report.comment.CommentBlock;
import dev.tinyland.gf.report.comment.CommentFrame;
import dev.tinyland.gf.report.comment.CommentRenderer;
import dev.tinyland.gf.report.comment.CommentSection;
import dev.tinyland.gf.report.comment.Priority;
import dev.tinyland.gf.report.comment.RenderedComment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StickyCommentTests {
    private static final String OLD = "a".repeat(40);
    private static final String HEAD = "b".repeat(40);
    private static final CommentIdentity ARC =
            CommentIdentity.ofState("tofu-plan", "s3", "https://rustfs.example", "tofu-state/arc", "default", "");

    private static final List<String> FAMILY = List.of("stack", "tofu-plan", "arc", "dev", "default", "");
    private static final CommentIdentity PLAN = ARC.of(FAMILY);
    private static final CommentIdentity STOP = CommentIdentity.stopped(FAMILY);

    private final CommentsDouble comments = new CommentsDouble();

    @Test
    void theSecondRunWritesOverTheFirst() throws InterruptedException {
        CommentOutcome.Posted first = posted(sticky(ARC).post(rendered(OLD, "d1", "first")));
        CommentOutcome.Posted second = posted(sticky(ARC).post(rendered(HEAD, "d2", "second")));
        assertEquals(first.comment(), second.comment());
        assertEquals(1, comments.comments.size());
        assertTrue(comments.comments.getFirst().body().endsWith("-->\nsecond"));
    }

    @Test
    void theSameAgainIsUnchangedAndNothingIsWritten() throws InterruptedException {
        sticky(ARC).post(rendered(HEAD, "d1", "text of run 1"));
        comments.writes.clear();
        CommentOutcome again = sticky(ARC).post(rendered(HEAD, "d1", "text of run 2"));
        assertInstanceOf(CommentOutcome.Unchanged.class, again);
        assertEquals(List.of(), comments.writes);
    }

    @Test
    void aCommentThatSomebodyEditedIsWrittenAnew() throws InterruptedException {
        sticky(ARC).post(rendered(HEAD, "d1", "verdict: BLOCK"));
        IssueComment posted = comments.comments.getFirst();
        comments.update(7, posted, posted.body().replace("BLOCK", "CLEAN"));
        posted(sticky(ARC).post(rendered(HEAD, "d1", "verdict: BLOCK")));
        assertTrue(comments.comments.getFirst().body().endsWith("verdict: BLOCK"));
    }

    @Test
    void lineEndsThatTheServerChangedAreNoEdit() throws InterruptedException {
        sticky(ARC).post(rendered(HEAD, "d1", "one\ntwo\n"));
        IssueComment posted = comments.comments.getFirst();
        comments.update(7, posted, posted.body().strip().replace("\n", "\r\n"));
        assertInstanceOf(CommentOutcome.Unchanged.class, sticky(ARC).post(rendered(HEAD, "d1", "one\ntwo\n")));
    }

    @Test
    void aMarkerInSomebodyElsesCommentIsNotOurs() throws InterruptedException {
        sticky(ARC).post(rendered(OLD, "d1", "text"));
        String stolen = comments.comments.removeFirst().body();
        IssueComment foreign = comments.by("mallory", stolen);
        posted(sticky(ARC).post(rendered(HEAD, "d2", "new")));
        assertEquals(2, comments.comments.size());
        assertEquals(stolen, comments.comments.getFirst().body());
        assertEquals(List.of("create", "create"), comments.writes);
        assertNotEquals(foreign.id(), comments.comments.get(1).id());
    }

    @Test
    void aPersonCalledLikeTheAppIsNotTheApp() throws InterruptedException {
        sticky(ARC).post(rendered(OLD, "d1", "text"));
        String stolen = comments.comments.removeFirst().body();
        comments.by("github-actions", stolen);
        posted(sticky(ARC).post(rendered(HEAD, "d2", "new")));
        assertEquals(stolen, comments.comments.getFirst().body());
    }

    @Test
    void anAppThatGraphQlNamesWithoutItsEndingFindsItsComments() throws InterruptedException {
        sticky(ARC).post(rendered(OLD, "d1", "text"));
        comments.self = "github-actions";
        posted(sticky(ARC).post(rendered(HEAD, "d2", "new")));
        assertEquals(1, comments.comments.size());
    }

    @Test
    void twoStoresWithOneBucketAndKeyHaveTwoComments() throws InterruptedException {
        CommentIdentity other =
                CommentIdentity.ofState("tofu-plan", "s3", "https://minio.example", "tofu-state/arc", "default", "");
        sticky(ARC).post(rendered(HEAD, "d1", "one"));
        sticky(other).post(rendered(HEAD, "d1", "two"));
        assertEquals(2, comments.comments.size());
    }

    @Test
    void eachFieldOfTheIdentityCounts() {
        List<CommentIdentity> identities = List.of(
                ARC,
                CommentIdentity.ofState("arc-plan", "s3", "https://rustfs.example", "tofu-state/arc", "default", ""),
                CommentIdentity.ofState("tofu-plan", "http", "https://rustfs.example", "tofu-state/arc", "default", ""),
                CommentIdentity.ofState("tofu-plan", "s3", "https://rustfs.example", "tofu-state/attic", "default", ""),
                CommentIdentity.ofState("tofu-plan", "s3", "https://rustfs.example", "tofu-state/arc", "blue", ""),
                CommentIdentity.ofState("tofu-plan", "s3", "https://rustfs.example", "tofu-state/arc", "default", "x"),
                CommentIdentity.ofSubject("tofu-plan", "arc"),
                CommentIdentity.ofPullRequest());
        assertEquals(
                identities.size(),
                identities.stream()
                        .map(each -> each.digest("o/r", 7))
                        .distinct()
                        .count());
        assertNotEquals(ARC.digest("o/r", 7), ARC.digest("o/r", 8), "the salt");
        assertFalse(ARC.digest("o/r", 7).contains("rustfs"));
    }

    @Test
    void partsAreReplacedTogetherAndSurplusOnesTakenAway() throws InterruptedException {
        sticky(ARC).post(rendered(OLD, "d1", "one", "two", "three"));
        assertEquals(3, comments.comments.size());
        List<Long> ids = comments.comments.stream().map(IssueComment::id).toList();
        CommentOutcome.Posted again = posted(sticky(ARC).post(rendered(HEAD, "d2", "only")));
        assertEquals(ids.getFirst(), again.comment());
        assertEquals(1, comments.comments.size());
        assertTrue(comments.comments.getFirst().body().contains(" part=1/1 "));
    }

    @Test
    void aStopFoldsEveryPartOfItsFamilyAwayAndNothingElse() throws InterruptedException {
        sticky(PLAN).post(rendered(OLD, "d1", "one", "two"));
        sticky(CommentIdentity.ofPullRequest()).post(rendered(OLD, "d1", "of no family"));
        posted(sticky(STOP).post(rendered(HEAD, "d2", "NOT_READY")));
        assertEquals(Set.of(1000L, 1001L), comments.minimized);
        for (int i = 0; i < 2; i++) {
            String body = comments.comments.get(i).body();
            assertTrue(body.contains("> **Outdated.** The latest run, for `bbbbbbbbbbbb`, speaks in"), body);
            assertTrue(body.contains(i == 0 ? "one" : "two"), body);
        }
        assertTrue(comments.comments.get(2).body().endsWith("of no family"));
        assertInstanceOf(
                CommentOutcome.Unchanged.class,
                sticky(STOP).post(rendered(HEAD, "d2", "NOT_READY")),
                "nothing is left");
    }

    @Test
    void aPlanAfterAStopIsUnfoldedAndTheStopFolded() throws InterruptedException {
        sticky(PLAN).post(rendered(OLD, "d1", "plan"));
        sticky(STOP).post(rendered(HEAD, "d2", "NOT_READY"));
        posted(sticky(PLAN).post(rendered(HEAD, "d3", "plan again")));
        assertEquals(2, comments.comments.size());
        assertEquals(Set.of(1001L), comments.minimized);
        assertTrue(comments.comments.getFirst().body().endsWith("-->\nplan again"));
        assertTrue(comments.comments.getLast().body().contains("> **Outdated.**"));
    }

    @Test
    void aPlanThatCannotBeUnfoldedIsWrittenAnew() throws InterruptedException {
        sticky(PLAN).post(rendered(OLD, "d1", "plan"));
        sticky(STOP).post(rendered(HEAD, "d2", "NOT_READY"));
        comments.onMinimize = Optional.of(new Failure.Forbidden("no"));
        CommentOutcome.Posted again = posted(sticky(PLAN).post(rendered(HEAD, "d3", "plan again")));
        assertFalse(comments.minimized.contains(again.comment()));
        assertEquals(
                List.of(false, true),
                comments.comments.stream()
                        .map(comment -> comment.body().endsWith("plan again"))
                        .toList(),
                "the folded one is gone");
        assertTrue(again.remark().contains("could not be folded away"), again::remark);
    }

    @Test
    void twoStoresOfOneStackLeaveEachOtherAlone() throws InterruptedException {
        CommentIdentity other = CommentIdentity.ofState(
                        "tofu-plan", "s3", "https://minio.example", "tofu-state/arc", "default", "")
                .of(FAMILY);
        sticky(PLAN).post(rendered(HEAD, "d1", "one"));
        sticky(other).post(rendered(HEAD, "d1", "two"));
        assertEquals(Set.of(), comments.minimized);
        assertTrue(comments.comments.getFirst().body().endsWith("-->\none"));
    }

    @Test
    void anOlderCommentThatCannotBeMarkedIsNoSuccess() throws InterruptedException {
        sticky(STOP).post(rendered(OLD, "d2", "NOT_READY"));
        sticky(PLAN).post(rendered(HEAD, "d1", "plan"));
        comments.minimized.clear();
        comments.failUpdatesOf = Optional.of(1001L);
        CommentOutcome.Unreachable outcome =
                assertInstanceOf(CommentOutcome.Unreachable.class, sticky(STOP).post(rendered(HEAD, "d4", "REFUSED")));
        assertTrue(outcome.why().contains("an older one that says otherwise could not be marked"), outcome::why);
    }

    @Test
    void aDoubledCommentOfTwoRunsAtOnceBecomesOne() throws InterruptedException {
        sticky(ARC).post(rendered(OLD, "d1", "text"));
        comments.by(CommentsDouble.BOT, comments.comments.getFirst().body());
        long first = comments.comments.getFirst().id();
        posted(sticky(ARC).post(rendered(OLD, "d1", "text")));
        assertEquals(
                List.of(first), comments.comments.stream().map(IssueComment::id).toList());
    }

    @Test
    void aNewPushMarksAllPartsOfTheOldVerdictAndKeepsThem() throws InterruptedException {
        sticky(ARC).post(rendered(OLD, "d1", "verdict: CLEAN", "more"));
        CommentOutcome marked = sticky(ARC).supersede(HEAD, "[this run](https://git.example/run)");
        posted(marked);
        for (IssueComment comment : comments.comments) {
            assertTrue(
                    comment.body().contains("> **Superseded.** What follows is about commit `aaaaaaaaaaaa`"),
                    comment::body);
            assertTrue(comment.body().contains("`bbbbbbbbbbbb`, which [this run](https://git.example/run) is judging"));
        }
        assertTrue(comments.comments.getFirst().body().endsWith("verdict: CLEAN"));
        comments.writes.clear();
        assertInstanceOf(CommentOutcome.Unchanged.class, sticky(ARC).supersede(HEAD, ""));
        assertEquals(List.of(), comments.writes, "marked once");
        posted(sticky(ARC).post(rendered(HEAD, "d1", "verdict: CLEAN", "more")));
        comments.comments.forEach(comment -> assertFalse(comment.body().contains("Superseded")));
    }

    @Test
    void whereNothingChangesNoCommentIsBegunButOneThatIsThereIsWrittenOver() throws InterruptedException {
        assertInstanceOf(CommentOutcome.NotPosted.class, sticky(ARC).post(rendered(HEAD, "d1", "calm"), false));
        assertEquals(List.of(), comments.writes);
        sticky(ARC).post(rendered(OLD, "d1", "alarm"));
        posted(sticky(ARC).post(rendered(HEAD, "d2", "calm"), false));
        assertTrue(comments.comments.getFirst().body().endsWith("calm"));
    }

    @Test
    void aVerdictAboutThisCommitIsNotMarked() throws InterruptedException {
        sticky(ARC).post(rendered(HEAD, "d1", "text"));
        comments.writes.clear();
        assertInstanceOf(CommentOutcome.Unchanged.class, sticky(ARC).supersede(HEAD, ""));
        assertEquals(List.of(), comments.writes);
    }

    @Test
    void aReadOnlyTokenIsNotPostedAndEverythingElseIsUnreachable() throws InterruptedException {
        Map<Failure, String> table = Map.of(
                new Failure.Forbidden("Resource not accessible by integration"), "",
                new Failure.Unauthorized("Bad credentials"), "auth",
                new Failure.NotFound("GET /x"), "not-found",
                new Failure.Rejected(422, "Validation Failed"), "rejected",
                new Failure.Conflict("x"), "rejected",
                new Failure.RateLimited("x", Optional.empty()), "rate-limited",
                new Failure.Unreachable("x"), "network");
        for (Map.Entry<Failure, String> row : table.entrySet()) {
            for (boolean listing : List.of(true, false)) {
                CommentsDouble fresh = new CommentsDouble();
                if (listing) {
                    fresh.onList = Optional.of(row.getKey());
                } else {
                    fresh.onWrite = Optional.of(row.getKey());
                }
                CommentOutcome outcome = new StickyComment(fresh, "o/r", 7, ARC).post(rendered(HEAD, "d1", "text"));
                if (row.getValue().isEmpty()) {
                    assertInstanceOf(CommentOutcome.NotPosted.class, outcome);
                    assertTrue(outcome.text().contains("pull-requests: write"), outcome::text);
                } else {
                    assertEquals(
                            row.getValue(),
                            assertInstanceOf(CommentOutcome.Unreachable.class, outcome)
                                    .reason());
                }
            }
        }
    }

    /** GitHub refuses more than 65,536 characters; marker and banner come on top of what was rendered. */
    @Test
    void theLargestCommentStaysWithinTheLimitWhenItIsMarkedToo() throws InterruptedException {
        List<CommentBlock> blocks = new ArrayList<>();
        blocks.add(new CommentBlock(Priority.BLOCKING, "x".repeat(CommentBlock.LARGEST)));
        for (int i = 0; i < 2_000; i++) {
            blocks.add(new CommentBlock(Priority.BLOCKING, "y".repeat(100)));
        }
        CommentSection section = new CommentSection(
                "tofu-plan", "DANGER", 1, "stack arc-runners", Optional.empty(), "", List.of(), "", blocks);
        RenderedComment comment = new CommentRenderer()
                .render(
                        new CommentFrame("gf-actions", OLD, Optional.empty(), "octocat", Instant.EPOCH),
                        List.of(section));
        assertEquals(CommentRenderer.MOST_PARTS, comment.parts().size());
        posted(sticky(ARC).post(comment));
        posted(sticky(ARC).supersede(HEAD, "[this run](https://git.example/" + "o".repeat(200) + ")"));
        assertTrue(comments.comments.getFirst().body().length() > 63_000);
        comments.comments.forEach(each -> assertTrue(
                each.body().length() <= 65_536, () -> "" + each.body().length()));
    }

    @Test
    void aPartThatCannotBeTakenAwayIsNotPassedOver() throws InterruptedException {
        sticky(ARC).post(rendered(OLD, "d1", "one", "two"));
        comments.onDelete = Optional.of(new Failure.Unreachable("cut"));
        assertInstanceOf(CommentOutcome.Unreachable.class, sticky(ARC).post(rendered(HEAD, "d2", "one")));
    }

    private StickyComment sticky(CommentIdentity identity) {
        return new StickyComment(comments, "o/r", 7, identity);
    }

    private static CommentOutcome.Posted posted(CommentOutcome outcome) {
        return assertInstanceOf(CommentOutcome.Posted.class, outcome);
    }

    private static RenderedComment rendered(String head, String digest, String... parts) {
        return new RenderedComment(List.of(parts), digest, head, 0);
    }
}
