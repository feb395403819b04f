package dev.tinyland.gf.report.comment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An output that is a JSON array of objects, such as the lanes of {@code arc-plan}, as a table. Rows whose
 * {@code action} says that nothing happens are folded away.
 */
final class JsonTable {
    private static final Set<String> NOTHING = Set.of("no-op", "none", "unchanged", "read");
    private static final int MOST_COLUMNS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonTable() {}

    static List<CommentBlock> blocks(String name, String value) {
        if (!value.startsWith("[")) {
            return List.of();
        }
        JsonNode array;
        try {
            array = JSON.readTree(value);
        } catch (JsonProcessingException e) {
            return List.of();
        }
        Set<String> columns = new LinkedHashSet<>();
        List<JsonNode> changed = new ArrayList<>();
        List<JsonNode> unchanged = new ArrayList<>();
        for (JsonNode row : array) {
            if (!row.isObject()) {
                return List.of();
            }
            row.fieldNames().forEachRemaining(columns::add);
            (NOTHING.contains(row.path("action").asText()) ? unchanged : changed).add(row);
        }
        List<String> head = columns.stream().limit(MOST_COLUMNS).toList();
        if (head.isEmpty()) {
            return List.of();
        }
        List<CommentBlock> blocks = new ArrayList<>();
        blocks.addAll(CommentBlock.table(Priority.DETAIL, head, rows(head, changed)));
        blocks.addAll(CommentBlock.foldedTable(
                Priority.UNCHANGED, unchanged.size() + " " + name + " unchanged", head, rows(head, unchanged)));
        return blocks;
    }

    private static List<List<String>> rows(List<String> head, List<JsonNode> objects) {
        return objects.stream()
                .map(object -> head.stream()
                        .map(column -> object.path(column))
                        .map(cell -> cell.isMissingNode() || cell.isNull()
                                ? ""
                                : cell.isValueNode() ? cell.asText() : cell.toString())
                        .toList())
                .toList();
    }
}
