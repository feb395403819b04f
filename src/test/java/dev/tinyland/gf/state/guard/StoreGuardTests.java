package dev.tinyland.gf.state.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.state.StateLocation;
import dev.tinyland.gf.testing.MemoryStore;
import dev.tinyland.gf.testing.fault.Fault;
import dev.tinyland.gf.testing.fault.FaultProxy;
import dev.tinyland.gf.testing.fault.Faults;
import dev.tinyland.gf.testing.fault.Match;
import dev.tinyland.gf.testing.fault.Outcome.Framing;
import dev.tinyland.gf.testing.fault.StoreModes;
import dev.tinyland.gf.tofu.state.StateDocument;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The guard, its real client and a real store, with every fault between them that stores have been seen with. */
class StoreGuardTests {
    private static final String BUCKET = "tofu-state";
    private static final String KEY = "arc-runners/terraform.tfstate";
    private static final String VALUE = "hunter2-hunter2";
    private static final String STATE = """
        {"version": 4, "terraform_version": "1.12.6", "serial": 7, "lineage": "lineage-1", "outputs": {},
         "resources": [{"mode": "managed", "type": "terraform_data", "name": "a",
           "instances": [{"attributes": {"input": "hunter2-hunter2"}}]}], "check_results": null}
        """;
    private static final String LOCK = """
        {"ID":"5a9c-lock","Operation":"OperationTypeApply","Who":"runner@pod-1","Version":"1.12.6",
         "Created":"2026-11-21T10:00:00Z","Path":"tofu-state/arc-runners/terraform.tfstate"}
        """;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private static MemoryStore store;

    private FaultProxy proxy;

    @BeforeAll
    static void startStore() throws Exception {
        store = MemoryStore.start(BUCKET, "attic", "bazel-cache");
    }

    @AfterAll
    static void stopStore() {
        store.close();
    }

    @BeforeEach
    void fill() throws Exception {
        store.put(BUCKET, KEY, STATE.getBytes(StandardCharsets.UTF_8));
        store.delete(BUCKET, KEY + ".tflock");
        store.delete(BUCKET, ".gf-probe/gf-" + CLOCK.instant().getEpochSecond() + "-run-1");
        proxy = FaultProxy.before(store.uri());
    }

    @AfterEach
    void drain() throws Exception {
        proxy.close();
    }

    private StateLocation.S3 location() {
        return new StateLocation.S3(
                Optional.of(proxy.uri().toString()),
                "us-east-1",
                BUCKET,
                KEY,
                true,
                true,
                Optional.empty(),
                false,
                Optional.of(new StateLocation.Credentials(
                        Secret.of(MemoryStore.ACCESS_KEY), Secret.of(MemoryStore.SECRET_KEY), Optional.empty())));
    }

    private static GuardResult look(StateLocation location, Optional<String> proof) throws InterruptedException {
        StateGuard guard = new StoreGuard(Interrupts.none(), CLOCK, _ -> {}, Duration.ofSeconds(1));
        return guard.look(new GuardRequest(location, 3, Duration.ofMillis(1), proof));
    }

    private GuardResult look() throws InterruptedException {
        return look(location(), Optional.empty());
    }

    private GuardResult prove() throws InterruptedException {
        return look(location(), Optional.of("run-1"));
    }

    private static Check check(GuardResult result, String id) {
        return result.checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStateThatEveryCallAgreesOnIsTrusted() throws Exception {
        GuardResult result = look();
        StateDocument.Present state =
                assertInstanceOf(GuardOutcome.Trusted.class, result.outcome()).state();
        assertEquals(7, state.serialIfKnown().orElseThrow());
        assertEquals("lineage-1", state.lineageIfKnown().orElseThrow());
        assertInstanceOf(LockState.Free.class, result.lock());
        assertEquals(
                List.of("C1", "C4", "C5", "C6", "C7", "C8", "C9"),
                result.checks().stream().map(Check::id).toList());
        assertTrue(result.checks().stream().allMatch(check -> check.status() == Status.PASS), result::toString);
        assertFalse(result.toString().contains(VALUE), "a value of the state");
        assertFalse(result.toString().contains(MemoryStore.SECRET_KEY), "a credential");
    }

    @Test
    void lookingSendsNoVerbThatWritesAndAsksListsBeforeTheObject() throws Exception {
        look();
        List<FaultProxy.Seen> requests = proxy.requests();
        Set<String> verbs =
                requests.stream().map(FaultProxy.Seen::method).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("GET", "HEAD"), verbs);
        int object = requests.stream()
                .map(seen -> seen.target().startsWith("/" + BUCKET + "/" + KEY))
                .toList()
                .indexOf(true);
        assertEquals(9, object, "three rounds of three calls come first, for a read repairs: " + requests);
    }

    @Test
    void anObjectThatIsAbsentAlikeEverywhereIsAbsent() throws Exception {
        store.delete(BUCKET, KEY);
        GuardResult result = look();
        assertInstanceOf(GuardOutcome.Absent.class, result.outcome());
        assertEquals(Status.WARN, check(result, "C8").status());
    }

    @Test
    void anObjectWhoseDrivesAreLostLooksAbsentAndOnlyReceiptAndClusterCanTell() throws Exception {
        proxy.mode(StoreModes.rustfs101ObjectQuorumLost(KEY));
        assertInstanceOf(GuardOutcome.Absent.class, look().outcome());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("redFaults")
    void aStoreThatLiesIsRed(String fault, Consumer<FaultProxy> setUp, RedReason expected) throws Exception {
        setUp.accept(proxy);
        GuardResult result = look();
        GuardOutcome.Red red = assertInstanceOf(GuardOutcome.Red.class, result.outcome(), result::toString);
        assertEquals(expected, red.reason(), red.why());
        assertTrue(
                result.checks().stream().anyMatch(check -> check.required() && check.status() != Status.PASS),
                result::toString);
        assertFalse(red.next().isBlank());
        assertFalse(result.toString().contains(VALUE));
    }

    private static Arguments red(String fault, Consumer<FaultProxy> setUp, RedReason expected) {
        return Arguments.of(fault, setUp, expected);
    }

    private static Consumer<FaultProxy> rule(Match match, Fault fault) {
        return proxy -> proxy.on(match, fault);
    }

    static Stream<Arguments> redFaults() {
        Match get = Match.object("GET", ".tfstate");
        Match head = Match.object("HEAD", ".tfstate");
        Match both =
                Match.when(request -> request.readsAnObject() && request.key().endsWith(".tfstate"));
        return Stream.of(
                red(
                        "200-empty list of buckets",
                        rule(Match.listBuckets(), Faults.emptyListBuckets()),
                        RedReason.CALLS_DISAGREE),
                red(
                        "list without the bucket",
                        rule(Match.listBuckets(), Faults.hideBucket(BUCKET)),
                        RedReason.CALLS_DISAGREE),
                red(
                        "HeadBucket 404 with the list right",
                        rule(Match.headBucket(), Faults.head404()),
                        RedReason.CALLS_DISAGREE),
                red("HEAD 404 with the list right", rule(head, Faults.head404()), RedReason.CALLS_DISAGREE),
                red(
                        "object hidden from HEAD and GET",
                        rule(both, Faults.get404("NoSuchKey")),
                        RedReason.CALLS_DISAGREE),
                red(
                        "GET says NoSuchBucket, HEAD right",
                        rule(get, Faults.get404("NoSuchBucket")),
                        RedReason.CALLS_DISAGREE),
                red(
                        "list of objects empty, object there",
                        rule(Match.listObjects(), Faults.emptyListObjects()),
                        RedReason.CALLS_DISAGREE),
                red(
                        "GET cut at 50 % of its length",
                        rule(get, Faults.truncate(150, Framing.LENGTH)), RedReason.TRUNCATED),
                red("GET cut at 50 %, chunked", rule(get, Faults.truncate(150, Framing.CHUNKED)), RedReason.TRUNCATED),
                red(
                        "GET cut without any announced length",
                        rule(get, Faults.truncate(150, Framing.CLOSE)),
                        RedReason.TRUNCATED),
                red("GET of HTML 200 (ingress page)", rule(both, Faults.html()), RedReason.STATE_BODY_INVALID),
                red("state {}", rule(both, Faults.swapBody("application/json", "{}")), RedReason.STATE_BODY_INVALID),
                red(
                        "zero-byte object",
                        rule(both, Faults.swapBody("application/json", "")),
                        RedReason.STATE_BODY_INVALID),
                red("HTML instead of lists", rule(Match.any(), Faults.html()), RedReason.NOT_A_STORE),
                red(
                        "503 twice, then right",
                        rule(Match.listBuckets().first(2), Faults.status(503, "SlowDown")),
                        RedReason.FLAPPING),
                red(
                        "every other list is empty",
                        rule(Match.listBuckets().everyOther(), Faults.emptyListBuckets()),
                        RedReason.FLAPPING),
                red(
                        "the list changes after the read",
                        rule(Match.listBuckets().after(3), Faults.emptyListBuckets()),
                        RedReason.FLAPPING),
                red(
                        "two pods behind one service",
                        proxy -> proxy.mode(StoreModes.twoPodsBehindOneService()),
                        RedReason.FLAPPING),
                red(
                        "RustFS up to beta.8, latched",
                        proxy -> proxy.mode(StoreModes.rustfsBeta8Latch()),
                        RedReason.BUCKET_MISSING),
                red(
                        "RustFS 1.0.1, bucket away on 2 of 4",
                        proxy -> proxy.mode(StoreModes.rustfs101TwoOfFour()),
                        RedReason.REPAIRED_BY_READ),
                red(
                        "RustFS 1.0.1, bucket lost, lists empty for long",
                        proxy -> proxy.mode(StoreModes.rustfs101BucketLost(9)),
                        RedReason.BUCKET_MISSING),
                red(
                        "RustFS 1.0.1, bucket lost, 404 later",
                        proxy -> proxy.mode(StoreModes.rustfs101BucketLost(1)),
                        RedReason.BUCKET_MISSING),
                red(
                        "RustFS 1.0.1, object away on 2 of 4",
                        proxy -> proxy.mode(StoreModes.rustfs101ObjectTwoOfFour()),
                        RedReason.REPAIRED_BY_READ));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("silentFaults")
    void aStoreThatDoesNotAnswerIsUnreachableAndNeverRedOrGreen(
            String fault, Consumer<FaultProxy> setUp, String expected) throws Exception {
        setUp.accept(proxy);
        GuardResult result = look();
        GuardOutcome.Unreachable unreachable =
                assertInstanceOf(GuardOutcome.Unreachable.class, result.outcome(), result::toString);
        assertEquals(expected, unreachable.reason(), unreachable.why());
        assertTrue(
                result.checks().stream()
                        .anyMatch(check -> check.required()
                                && (check.status() == Status.UNKNOWN || check.status() == Status.SKIP)),
                result::toString);
    }

    static Stream<Arguments> silentFaults() {
        Match object = Match.object("GET", ".tfstate");
        return Stream.of(
                silent("403 signature", rule(Match.any(), Faults.status(403, "SignatureDoesNotMatch")), "auth"),
                silent("clock skew", rule(Match.any(), Faults.status(403, "RequestTimeTooSkewed")), "auth"),
                silent("401", rule(Match.any(), Faults.status(401, "Unauthorized")), "auth"),
                silent("403 on the object alone", rule(object, Faults.status(403, "AccessDenied")), "auth"),
                silent("hang on one list", rule(Match.listBuckets().nth(2), Faults.hang()), "timeout"),
                silent("hang on the object", rule(object, Faults.hang()), "timeout"),
                silent("reset of every connection", rule(Match.any(), Faults.reset()), "reset"),
                silent("RustFS from beta.9 on, latched", proxy -> proxy.mode(StoreModes.rustfsRcLatch()), "slow-down"),
                silent("500 of everything", rule(Match.any(), Faults.status(500, "InternalError")), "server-error"),
                silent("501 of everything", rule(Match.any(), Faults.status(501, "NotImplemented")), "refused"));
    }

    private static Arguments silent(String fault, Consumer<FaultProxy> setUp, String expected) {
        return Arguments.of(fault, setUp, expected);
    }

    @Test
    void aDenialSaysNothingOfTheStateAndIsAskedOnce() throws Exception {
        StateLocation.S3 right = location();
        StateLocation.S3 wrong = new StateLocation.S3(
                right.endpoint(),
                right.region(),
                BUCKET,
                KEY,
                true,
                true,
                Optional.empty(),
                false,
                Optional.of(new StateLocation.Credentials(
                        Secret.of("stranger"), Secret.of("stranger-key"), Optional.empty())));
        GuardResult result = look(wrong, Optional.empty());
        assertEquals(
                "auth",
                assertInstanceOf(GuardOutcome.Unreachable.class, result.outcome())
                        .reason());
        assertEquals(1, proxy.requests().size(), "a key that is denied is not tried nine times");
    }

    @Test
    void withoutCredentialsNothingIsAskedAndNothingOfTheSurroundingsIsUsed() throws Exception {
        StateLocation.S3 right = location();
        StateLocation.S3 none = new StateLocation.S3(
                right.endpoint(), "us-east-1", BUCKET, KEY, true, true, Optional.empty(), false, Optional.empty());
        GuardResult result = look(none, Optional.empty());
        assertEquals(
                "no-credentials",
                assertInstanceOf(GuardOutcome.Unreachable.class, result.outcome())
                        .reason());
        assertEquals(List.of(), proxy.requests());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongLocations")
    void aLocationThatIsWrongIsNotAsked(String what, String endpoint, String bucket, String key, String region)
            throws Exception {
        StateLocation.S3 wrong = new StateLocation.S3(
                Optional.of(endpoint),
                region,
                bucket,
                key,
                true,
                true,
                Optional.empty(),
                false,
                location().credentials());
        GuardOutcome outcome = look(wrong, Optional.empty()).outcome();
        assertEquals(
                RedReason.CONFIGURATION,
                assertInstanceOf(GuardOutcome.Red.class, outcome).reason());
        assertFalse(outcome.toString().contains("hunter2"), "the endpoint's text is not repeated");
    }

    static Stream<Arguments> wrongLocations() {
        String good = "http://127.0.0.1:9";
        return Stream.of(
                Arguments.of("no scheme", "127.0.0.1:9", BUCKET, KEY, "us-east-1"),
                Arguments.of("a path", good + "/s3", BUCKET, KEY, "us-east-1"),
                Arguments.of("user information", "http://user:hunter2@127.0.0.1:9", BUCKET, KEY, "us-east-1"),
                Arguments.of("bucket in capitals", good, "Tofu-State", KEY, "us-east-1"),
                Arguments.of("bucket too short", good, "ab", KEY, "us-east-1"),
                Arguments.of("key with a slash before it", good, BUCKET, "/" + KEY, "us-east-1"),
                Arguments.of("no key", good, BUCKET, "", "us-east-1"),
                Arguments.of("no region", good, BUCKET, KEY, ""));
    }

    @Test
    void whoHoldsTheLockIsSaidAndTheStateStaysTrusted() throws Exception {
        store.put(BUCKET, KEY + ".tflock", LOCK.getBytes(StandardCharsets.UTF_8));
        GuardResult result = look();
        assertInstanceOf(GuardOutcome.Trusted.class, result.outcome());
        assertEquals(
                "5a9c-lock",
                assertInstanceOf(LockState.Held.class, result.lock()).info().id());
        Check lock = check(result, "C9");
        assertFalse(lock.required(), "OpenTofu waits for a lock by itself");
        assertTrue(lock.observed().contains("runner@pod-1 since 2026-11-21T10:00:00Z"), lock.observed());
    }

    @Test
    void aLockObjectOfAnotherKindIsHeldBySomebody() throws Exception {
        store.put(BUCKET, KEY + ".tflock", "busy".getBytes(StandardCharsets.UTF_8));
        assertInstanceOf(LockState.HeldBySomeone.class, look().lock());
        proxy.on(Match.object("GET", ".tflock"), Faults.status(503, "SlowDown"));
        assertInstanceOf(LockState.Unknown.class, look().lock());
    }

    @Test
    void anEncryptedStateIsTrustedByItsEnvelope() throws Exception {
        store.put(BUCKET, KEY, """
            {"serial": 3, "lineage": "l", "meta": {}, "encrypted_data": "AAAA", "encryption_version": "v0"}
            """.getBytes(StandardCharsets.UTF_8));
        GuardOutcome.Trusted trusted = assertInstanceOf(GuardOutcome.Trusted.class, look().outcome());
        assertInstanceOf(StateDocument.Encrypted.class, trusted.state());
    }

    @Test
    void aRestartOfTheLatchedStoreMakesItTrustedAgain() throws Exception {
        StoreModes.Latch latch = StoreModes.rustfsBeta8Latch();
        proxy.mode(latch);
        assertInstanceOf(GuardOutcome.Red.class, look().outcome());
        latch.restart();
        assertInstanceOf(GuardOutcome.Trusted.class, look().outcome());
    }

    @Test
    void theWriteProofPassesOnAStoreThatKeepsItsWordAndLeavesNothingBehind() throws Exception {
        GuardResult result = prove();
        assertInstanceOf(GuardOutcome.Trusted.class, result.outcome(), result::toString);
        assertEquals(Status.PASS, check(result, "C10").status());
        assertEquals(Status.PASS, check(result, "C11").status());
        List<FaultProxy.Seen> writes = proxy.requests().stream()
                .filter(seen -> seen.method().equals("PUT") || seen.method().equals("DELETE"))
                .toList();
        assertEquals(
                List.of("PUT", "PUT", "DELETE"),
                writes.stream().map(FaultProxy.Seen::method).toList());
        assertTrue(
                writes.stream().allMatch(seen -> seen.target().startsWith("/tofu-state/.gf-probe/gf-")),
                writes::toString);
        assertTrue(store.get(BUCKET, ".gf-probe/gf-" + CLOCK.instant().getEpochSecond() + "-run-1")
                .isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writeFaults")
    void aStoreThatDoesNotKeepItsWordIsRedBeforeAnApply(String fault, Match match, Fault what, RedReason expected)
            throws Exception {
        proxy.on(match, what);
        GuardResult result = prove();
        GuardOutcome.Red red = assertInstanceOf(GuardOutcome.Red.class, result.outcome(), result::toString);
        assertEquals(expected, red.reason(), red.why());
        assertTrue(result.checks().stream().anyMatch(check -> check.status() == Status.FAIL), result::toString);
    }

    static Stream<Arguments> writeFaults() {
        Match probe = Match.any().path("/\\.gf-probe/gf-");
        return Stream.of(
                Arguments.of("412 never returned", probe, Faults.dropIfNoneMatch(), RedReason.LOCK_UNSUPPORTED),
                Arguments.of(
                        "501 for If-None-Match",
                        probe.method("PUT"),
                        Faults.status(501, "NotImplemented"),
                        RedReason.LOCK_UNSUPPORTED),
                Arguments.of(
                        "DELETE 204 but the object stays",
                        probe.method("DELETE"),
                        Faults.ackDeleteButKeep(),
                        RedReason.WRITE_PROOF_FAILED),
                Arguments.of(
                        "PUT 200 but nothing is written, so that a second writer comes in",
                        probe.method("PUT").nth(1),
                        Faults.ackPutButDrop(),
                        RedReason.LOCK_UNSUPPORTED),
                Arguments.of(
                        "what was written does not come back",
                        probe.method("GET").nth(1),
                        Faults.get404("NoSuchKey"),
                        RedReason.WRITE_PROOF_FAILED),
                Arguments.of("a bit flips", probe.method("GET"), Faults.flipBit(3), RedReason.WRITE_PROOF_FAILED),
                Arguments.of(
                        "503 on the write",
                        probe.method("PUT"),
                        Faults.status(503, "SlowDown"),
                        RedReason.WRITE_PROOF_FAILED),
                Arguments.of(
                        "the bucket's index is lost by the delete",
                        Match.listBuckets().after(4),
                        Faults.emptyListBuckets(),
                        RedReason.CHANGED_BY_WRITE));
    }

    @Test
    void aListThatLagsBehindTheDeleteFailsTheProof() throws Exception {
        proxy.on(Match.listObjects().query("gf-probe.*run-1"), Faults.swapBody("application/xml", """
            <ListBucketResult><Name>tofu-state</Name><IsTruncated>false</IsTruncated><Contents>
            <Key>.gf-probe/gf-%d-run-1</Key><Size>1</Size></Contents></ListBucketResult>
            """.formatted(
                        CLOCK.instant().getEpochSecond())));
        GuardOutcome.Red red = assertInstanceOf(GuardOutcome.Red.class, prove().outcome());
        assertEquals(RedReason.WRITE_PROOF_FAILED, red.reason());
    }

    @Test
    void aKeyThatMayNotWriteIsAMatterOfAccess() throws Exception {
        proxy.on(Match.any().method("PUT"), Faults.status(403, "AccessDenied"));
        GuardResult result = prove();
        assertEquals(
                "auth",
                assertInstanceOf(GuardOutcome.Unreachable.class, result.outcome())
                        .reason());
        assertEquals(Status.UNKNOWN, check(result, "C10").status());
    }

    @Test
    void nothingIsWrittenIntoAStoreThatIsSickAlready() throws Exception {
        proxy.on(Match.listBuckets(), Faults.emptyListBuckets());
        GuardResult result = prove();
        assertInstanceOf(GuardOutcome.Red.class, result.outcome());
        assertEquals(Status.SKIP, check(result, "C10").status());
        assertTrue(proxy.requests().stream().noneMatch(seen -> seen.method().equals("PUT")));
    }

    @Test
    void whatAKilledRunLeftIsSweptAndWhatIsNotOursStays() throws Exception {
        long old = CLOCK.instant().minus(Duration.ofHours(3)).getEpochSecond();
        long fresh = CLOCK.instant().minus(Duration.ofMinutes(3)).getEpochSecond();
        store.put(BUCKET, ".gf-probe/gf-" + old + "-killed", new byte[] {1});
        store.put(BUCKET, ".gf-probe/gf-" + fresh + "-running", new byte[] {1});
        store.put(BUCKET, ".gf-probe/somebody-elses", new byte[] {1});
        GuardResult result = prove();
        assertTrue(store.get(BUCKET, ".gf-probe/gf-" + old + "-killed").isEmpty());
        assertTrue(store.get(BUCKET, ".gf-probe/gf-" + fresh + "-running").isPresent());
        assertTrue(store.get(BUCKET, ".gf-probe/somebody-elses").isPresent());
        assertTrue(check(result, "C10").observed().contains("1 objects of killed runs removed"));
        store.delete(BUCKET, ".gf-probe/gf-" + fresh + "-running");
        store.delete(BUCKET, ".gf-probe/somebody-elses");
    }

    @Test
    void aRunThatIsEndedInTheMiddleRemovesItsProbe() throws Exception {
        Runnable[] ended = new Runnable[1];
        Interrupts interrupts = action -> {
            ended[0] = action;
            return () -> {};
        };
        proxy.on(Match.any().path("/\\.gf-probe/gf-.*-ended").method("GET"), (request, upstream) -> {
            ended[0].run();
            return upstream.forward(request);
        });
        StateGuard guard = new StoreGuard(interrupts, CLOCK, _ -> {}, Duration.ofSeconds(1));
        GuardResult result = guard.look(new GuardRequest(location(), 2, Duration.ofMillis(1), Optional.of("ended")));
        assertInstanceOf(GuardOutcome.Red.class, result.outcome());
        assertTrue(store.get(BUCKET, ".gf-probe/gf-" + CLOCK.instant().getEpochSecond() + "-ended")
                .isEmpty());
    }

    @Test
    void aStoreThatIsMuteIsAskedOneRoundAndNoMore() throws Exception {
        proxy.on(Match.any(), Faults.hang());
        GuardOutcome.Unreachable outcome = assertInstanceOf(GuardOutcome.Unreachable.class, look().outcome());
        assertEquals("timeout", outcome.reason());
        assertEquals(3, proxy.requests().size(), "each further call would cost its whole time limit");
    }
}
