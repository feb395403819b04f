package dev.tinyland.gf.s3;

import java.util.List;

/**
 * The first page of a list.
 *
 * @param more whether there are further pages
 */
public record ObjectList(List<Entry> entries, boolean more) {
    public ObjectList {
        entries = List.copyOf(entries);
    }

    public record Entry(String key, long size) {}

    public boolean has(String key) {
        return entries.stream().anyMatch(entry -> entry.key().equals(key));
    }
}
