package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.EventPayload;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.plan.judgement.DangerClass;
import dev.tinyland.gf.plan.judgement.Doubt;
import dev.tinyland.gf.plan.judgement.LockChange;
import dev.tinyland.gf.plan.judgement.ProviderLocks;
import dev.tinyland.gf.process.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What differs in {@code .terraform.lock.hcl} from the branch that the change goes to: a merge changes which providers plan and
 * apply the stack, and no plan shows it. git is asked about what the checkout holds; nothing is fetched.
 */
final class BaseLocks {
    private static final String FILE = ".terraform.lock.hcl";

    private final Git git;
    private final Host host;
    private final Path folder;

    /** @param folder the stack's */
    BaseLocks(Git git, Host host, Path folder) {
        this.git = git;
        this.host = host;
        this.folder = folder;
    }

    /** What is known of the difference. */
    sealed interface Difference {
        /** The two were compared, or there is nothing to compare with and no reason to expect it. */
        record Seen(List<LockChange> changes) implements Difference {
            public Seen {
                changes = List.copyOf(changes);
            }
        }

        /** Nobody can say. */
        record Unseen(Doubt doubt) implements Difference {}

        default List<LockChange> changes() {
            return switch (this) {
                case Seen(List<LockChange> changes) -> changes;
                case Unseen _ -> List.of();
            };
        }

        default List<Doubt> doubts() {
            return switch (this) {
                case Seen _ -> List.of();
                case Unseen(Doubt doubt) -> List.of(doubt);
            };
        }
    }

    Difference look() throws IOException, InterruptedException {
        Path file = folder.resolve(FILE);
        Optional<ProviderLocks> used =
                Files.isRegularFile(file) ? ProviderLocks.read(Files.readString(file)) : Optional.empty();
        if (used.isEmpty() || used.get().versions().isEmpty()) {
            // The preflight has judged whether there is one; without a provider none can be another.
            return new Difference.Seen(List.of());
        }
        try {
            return compare(used.get());
        } catch (Git.FailedException failure) {
            return unseen(
                    "git could not be asked what the base branch locks (" + failure.getMessage() + ")",
                    "plan where git runs and answers, in a checkout (actions/checkout)");
        }
    }

    private Difference compare(ProviderLocks used) throws IOException, InterruptedException, Git.FailedException {
        Optional<String> head = ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        if (head.isEmpty()) {
            return unseen(
                    "the stack's folder is in no git checkout that git reads",
                    "plan in a checkout (actions/checkout), as the user it belongs to");
        }
        Optional<String> base = base(head.get());
        if (base.isEmpty()) {
            return unseen(
                    "the commit of the base branch is not in this checkout",
                    "give actions/checkout fetch-depth: 2 (the merge commit and its parents), or 0");
        }
        if (base.get().equals(head.get())) {
            return new Difference.Seen(List.of());
        }
        Optional<String> there = ask("ls-tree", base.get(), "--", FILE);
        if (there.isEmpty()) {
            return unseen("git cannot list the base branch's files", "run: git fsck, in the checkout");
        }
        if (there.get().isEmpty()) {
            return new Difference.Seen(List.of());
        }
        return ask("show", base.get() + ":./" + FILE)
                .flatMap(ProviderLocks::read)
                .<Difference>map(before -> new Difference.Seen(before.changesTo(used)))
                .orElseGet(() ->
                        unseen("the base branch's lock file cannot be read as one", "run: git show BASE:./" + FILE));
    }

    /** The commit to compare with, where this checkout has it. */
    private Optional<String> base(String head) throws IOException, InterruptedException, Git.FailedException {
        List<String> candidates = new ArrayList<>();
        Optional<EventPayload> event = EventPayload.of(host);
        Optional<String> judged = event.flatMap(EventPayload::headSha);
        if (judged.isPresent()) {
            // The merge commit of GitHub's making has the base branch as its first parent, newer than the event's.
            boolean merge = ask("rev-parse", "--verify", "--quiet", head + "^2").equals(judged);
            if (merge) {
                candidates.add(head + "^1");
            }
            event.map(payload -> payload.payload().at("/pull_request/base/sha").asText())
                    .filter(sha -> sha.matches("[0-9a-fA-F]{40,64}"))
                    .ifPresent(candidates::add);
        } else {
            candidates.add("refs/remotes/origin/HEAD");
            event.map(payload ->
                            payload.payload().at("/repository/default_branch").asText())
                    .filter(name -> name.matches("[\\w][\\w./-]*"))
                    .ifPresent(name -> candidates.add("refs/remotes/origin/" + name));
        }
        for (String candidate : candidates) {
            Optional<String> commit = ask("rev-parse", "--verify", "--quiet", candidate + "^{commit}");
            if (commit.isPresent()) {
                return commit;
            }
        }
        return Optional.empty();
    }

    /** What git says; nothing where it ran to its end and said no. */
    private Optional<String> ask(String... arguments) throws InterruptedException, Git.FailedException {
        try {
            return Optional.of(git.ask(folder, arguments).strip());
        } catch (Git.FailedException failure) {
            if (failure.answered()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static Difference unseen(String observed, String next) {
        return new Difference.Unseen(new Doubt(DangerClass.PROVIDER, FILE, observed, next));
    }
}
