package dev.tinyland.gf.testing.fault;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which requests a rule takes: a condition on the request, and which of those that meet it. */
public final class Match {
    private final Predicate<ProxyRequest> condition;
    private final Predicate<Integer> turn;

    private Match(Predicate<ProxyRequest> condition, Predicate<Integer> turn) {
        this.condition = condition;
        this.turn = turn;
    }

    public static Match any() {
        return when(_ -> true);
    }

    public static Match when(Predicate<ProxyRequest> condition) {
        return new Match(condition, _ -> true);
    }

    public static Match listBuckets() {
        return when(ProxyRequest::listsBuckets);
    }

    public static Match listObjects() {
        return when(ProxyRequest::listsObjects);
    }

    public static Match headBucket() {
        return when(ProxyRequest::asksForTheBucket);
    }

    /** A method on an object, by the end of its key. */
    public static Match object(String method, String keyEnd) {
        return when(request -> request.method().equals(method)
                && !request.key().isEmpty()
                && request.key().endsWith(keyEnd));
    }

    public Match method(String method) {
        return and(request -> request.method().equals(method));
    }

    public Match path(String expression) {
        Pattern pattern = Pattern.compile(expression);
        return and(request -> pattern.matcher(request.path()).find());
    }

    public Match query(String expression) {
        Pattern pattern = Pattern.compile(expression);
        return and(request -> pattern.matcher(request.query()).find());
    }

    private Match and(Predicate<ProxyRequest> more) {
        return new Match(condition.and(more), turn);
    }

    /** Only the one of this number, counted from 1. */
    public Match nth(int number) {
        return new Match(condition, count -> count == number);
    }

    /** Only the first so many. */
    public Match first(int number) {
        return new Match(condition, count -> count <= number);
    }

    /** All after the first so many. */
    public Match after(int number) {
        return new Match(condition, count -> count > number);
    }

    /** Every second one, beginning with the second. */
    public Match everyOther() {
        return new Match(condition, count -> count % 2 == 0);
    }

    /** By chance, the same chance in every run. */
    public Match probability(double probability, long seed) {
        Random random = new Random(seed);
        return new Match(condition, _ -> random.nextDouble() < probability);
    }

    /** A fresh count of this condition. */
    Predicate<ProxyRequest> counting() {
        AtomicInteger count = new AtomicInteger();
        return request -> condition.test(request) && turn.test(count.incrementAndGet());
    }
}
