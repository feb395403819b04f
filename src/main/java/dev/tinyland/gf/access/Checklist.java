package dev.tinyland.gf.access;

import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.report.Verdict;
import dev.tinyland.gf.report.Verdicts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The checks of one run. Every item of the tool's table ends up in the report: what was not reached is said to be
 * skipped, and being required it keeps the run from being green.
 */
public final class Checklist<V extends Enum<V> & Verdict> {
    private final Sink sink;
    private final List<? extends Item> items;
    private final Set<String> seen = new HashSet<>();
    private final List<Held<V>> held = new ArrayList<>();

    private record Held<V>(V verdict, String id) {}

    public Checklist(Sink sink, List<? extends Item> items) {
        this.sink = sink;
        this.items = List.copyOf(items);
    }

    public void pass(Item item, String observed) throws IOException {
        add(item, Status.PASS, observed);
    }

    /** The item is worth a warning and nothing more. */
    public void warn(Item item, String observed, String next) throws IOException {
        add(item, Status.WARN, observed);
        sink.next(item.id() + ": " + next);
    }

    /** The item is worth a warning, and this verdict, which is green. */
    public void warn(Item item, V verdict, String observed, String next) throws IOException {
        warn(item, observed, next);
        held.add(new Held<>(verdict, item.id()));
    }

    /** The item is bad. */
    public void fail(Item item, V verdict, String observed, String next) throws IOException {
        add(item, Status.FAIL, observed);
        held.add(new Held<>(verdict, item.id()));
        sink.next(item.id() + ": " + next);
    }

    /** Nothing could be learnt about the item. */
    public void unknown(Item item, V verdict, String observed, String next) throws IOException {
        add(item, Status.UNKNOWN, observed);
        held.add(new Held<>(verdict, item.id()));
        sink.next(item.id() + ": " + next);
    }

    /** The item does not apply to this run, so nothing rests on it. */
    public void notApplicable(Item item, String why) throws IOException {
        seen.add(item.id());
        sink.check(Check.optional(item.id(), item.title(), Status.SKIP, item.expected(), why));
    }

    /** Whether some item so far holds the run back. */
    public boolean blocked() {
        return held.stream().anyMatch(one -> one.verdict().exitCode().code() != 0);
    }

    public boolean has(Item item) {
        return seen.contains(item.id());
    }

    /** The verdict of what was seen, or the given one where nothing speaks against it. */
    public Conclusion conclude(V otherwise) throws IOException {
        for (Item item : items) {
            if (!has(item)) {
                sink.check(Check.required(
                        item.id(), item.title(), Status.SKIP, item.expected(), "not reached: an earlier check failed"));
            }
        }
        Optional<V> first = Verdicts.first(held.stream().map(Held::verdict).toList());
        if (first.isEmpty()) {
            return Conclusion.of(otherwise);
        }
        String id = held.stream()
                .filter(one -> one.verdict() == first.get())
                .map(Held::id)
                .findFirst()
                .orElseThrow();
        return new Conclusion(first.get(), id);
    }

    private void add(Item item, Status status, String observed) throws IOException {
        seen.add(item.id());
        sink.check(Check.required(item.id(), item.title(), status, item.expected(), observed));
    }
}
