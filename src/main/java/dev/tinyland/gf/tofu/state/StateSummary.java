package dev.tinyland.gf.tofu.state;

import dev.tinyland.gf.text.Sha256;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a state says of itself, without any value of any resource or output.
 *
 * @param tofuVersion the version that wrote it ({@code terraform_version})
 * @param lineage the id all states of one history share
 * @param serial counts up with every write of a history
 * @param managed addresses of the managed resource instances, deposed objects left out
 * @param ids for each of them that has an id, four digits of a digest of address and id: enough to tell that an object is
 *     another one, too little to find an id that is a secret, as that of a random text is
 * @param dataSources number of data source instances
 * @param outputs number of outputs
 * @param sha256 of the document, in lower-case hexadecimal digits
 * @param bytes length of the document
 */
public record StateSummary(
        String tofuVersion,
        String lineage,
        long serial,
        SortedSet<String> managed,
        SortedMap<String, String> ids,
        int dataSources,
        int outputs,
        String sha256,
        long bytes) {

    public StateSummary {
        managed = Collections.unmodifiableSortedSet(new TreeSet<>(managed));
        ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
    }

    /** Number of managed resource instances. */
    public int managedCount() {
        return managed.size();
    }

    /** SHA-256 of the managed addresses in order, one to a line; equal exactly when the sets are. */
    public String addressDigest() {
        return digest(managed);
    }

    /** The digest of a set of addresses, as {@link #addressDigest()} takes it. */
    public static String digest(Collection<String> addresses) {
        StringBuilder lines = new StringBuilder();
        new TreeSet<>(addresses).forEach(address -> lines.append(address).append('\n'));
        return Sha256.hex(lines.toString());
    }
}
