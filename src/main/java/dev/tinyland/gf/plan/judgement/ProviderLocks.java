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
import java.util.TreeMap;
import java.util.TreeSet;

/** The provider versions of a {@code .terraform.lock.hcl}. Hashes are OpenTofu's to check. */
public final class ProviderLocks {
    private final Map<String, String> versions;

    private ProviderLocks(Map<String, String> versions) {
        this.versions = Map.copyOf(versions);
    }

    /** Reads a lock file; empty where it cannot be read as one. A file without providers is a lock file. */
    public static Optional<ProviderLocks> read(String text) {
        var file = HclParser.parse(Fragment.whole(new SourceFile(".terraform.lock.hcl", text)));
        if (!file.problems().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> versions = new TreeMap<>();
        for (HclItem item : file.items()) {
            if (item instanceof HclBlock block
                    && block.type().text().equals("provider")
                    && block.labels().size() == 1) {
                versions.put(block.labels().getFirst().text(), version(block));
            }
        }
        return Optional.of(new ProviderLocks(versions));
    }

    private static String version(HclBlock block) {
        for (HclItem item : block.items()) {
            if (item instanceof HclAttribute attribute
                    && attribute.name().text().equals("version")
                    && attribute.value().strings().size() == 1) {
                return attribute.value().strings().getFirst().content().text();
            }
        }
        return "";
    }

    /** Versions by source address. */
    public Map<String, String> versions() {
        return versions;
    }

    /** What differs from these locks, which are the committed ones, to those a plan was made with. */
    public List<LockChange> changesTo(ProviderLocks used) {
        TreeSet<String> providers = new TreeSet<>(versions.keySet());
        providers.addAll(used.versions.keySet());
        List<LockChange> changes = new ArrayList<>();
        for (String provider : providers) {
            String before = versions.getOrDefault(provider, "");
            String after = used.versions.getOrDefault(provider, "");
            if (!before.equals(after)) {
                changes.add(new LockChange(provider, before, after));
            }
        }
        return changes;
    }
}
