package dev.tinyland.gf.plan.judgement;

import dev.tinyland.gf.hcl.HclAttribute;
import dev.tinyland.gf.hcl.HclBlock;
import dev.tinyland.gf.hcl.HclItem;
import dev.tinyland.gf.hcl.HclParser;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The providers of a {@code .terraform.lock.hcl}: their versions, and the hashes of the packages that may be taken. */
public final class ProviderLocks {
    private final Map<String, String> versions;
    private final Map<String, Set<String>> hashes;

    private ProviderLocks(Map<String, String> versions, Map<String, Set<String>> hashes) {
        this.versions = Map.copyOf(versions);
        this.hashes = Map.copyOf(hashes);
    }

    /** Reads a lock file; empty where it cannot be read as one. A file without providers is a lock file. */
    public static Optional<ProviderLocks> read(String text) {
        var file = HclParser.parse(Fragment.whole(new SourceFile(".terraform.lock.hcl", text)));
        if (!file.problems().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> versions = new TreeMap<>();
        Map<String, Set<String>> hashes = new TreeMap<>();
        for (HclItem item : file.items()) {
            if (item instanceof HclBlock block
                    && block.type().text().equals("provider")
                    && block.labels().size() == 1) {
                String provider = block.labels().getFirst().text();
                versions.put(
                        provider, strings(block, "version").stream().findFirst().orElse(""));
                hashes.put(provider, Set.copyOf(strings(block, "hashes")));
            }
        }
        return Optional.of(new ProviderLocks(versions, hashes));
    }

    private static List<String> strings(HclBlock block, String name) {
        for (HclItem item : block.items()) {
            if (item instanceof HclAttribute attribute
                    && attribute.name().text().equals(name)) {
                return attribute.value().strings().stream()
                        .map(string -> string.content().text())
                        .distinct()
                        .toList();
            }
        }
        return List.of();
    }

    /** Versions by source address. */
    public Map<String, String> versions() {
        return versions;
    }

    /** What differs from these locks, which are the base branch's, to those a plan was made with. */
    public List<LockChange> changesTo(ProviderLocks used) {
        TreeSet<String> providers = new TreeSet<>(versions.keySet());
        providers.addAll(used.versions.keySet());
        List<LockChange> changes = new ArrayList<>();
        for (String provider : providers) {
            String before = versions.getOrDefault(provider, "");
            String after = used.versions.getOrDefault(provider, "");
            if (!before.equals(after)) {
                changes.add(LockChange.of(provider, before, after));
            } else if (rebuilt(hashes.getOrDefault(provider, Set.of()), used.hashes.getOrDefault(provider, Set.of()))) {
                changes.add(new LockChange(provider, before, after, true));
            }
        }
        return changes;
    }

    /**
     * Whether no hash of one scheme ({@code h1}, {@code zh}) is common to both. Hashes of other machines are added all the
     * time, and two files may have none of the same scheme: neither says that the package is another.
     */
    private static boolean rebuilt(Set<String> before, Set<String> after) {
        Set<String> schemes = schemes(before);
        schemes.retainAll(schemes(after));
        return !schemes.isEmpty() && before.stream().noneMatch(after::contains);
    }

    private static Set<String> schemes(Set<String> hashes) {
        return hashes.stream()
                .map(hash -> hash.substring(0, Math.max(0, hash.indexOf(':'))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
