package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parses what nearly all YAML that people write is made of: one document of block mappings and sequences, scalars of
 * every style, flow collections. It gives the nodes that {@link TreeBuilder} would give from SnakeYAML's events, in a
 * fraction of the time; any text with something else in it, or with a fault, is left to SnakeYAML.
 */
final class CommonParser {
    private final Cursor cursor;
    private final CommonScalars scalars;
    private final YamlLimits limits;
    private final List<YamlProblem> problems = new ArrayList<>();

    private CommonParser(Fragment text, Characters characters, YamlLimits limits) {
        this.cursor = new Cursor(text, characters.all());
        this.scalars = new CommonScalars(cursor, characters.all());
        this.limits = limits;
    }

    /**
     * Parses a text.
     *
     * @param text without unprintable characters, its lines broken by line feeds alone
     * @param characters those of the text
     * @return nothing when somebody who knows all of YAML has to look
     */
    static Optional<YamlResult> parse(Fragment text, Characters characters, YamlLimits limits) {
        CommonParser parser = new CommonParser(text, characters, limits);
        try {
            YamlNode root = parser.document();
            return Optional.of(new YamlResult.Parsed(List.of(root), parser.cursor.comments(), parser.problems));
        } catch (Uncommon _) {
            return Optional.empty();
        }
    }

    private YamlNode document() {
        cursor.skip();
        if (!cursor.atEnd() && cursor.documentStarts()) {
            int line = cursor.lineStart();
            cursor.moveTo(cursor.at() + 3);
            cursor.skip();
            refuse(cursor.lineStart() == line);
        }
        refuse(cursor.atEnd());
        YamlNode root = cursor.itemStarts() ? sequence(0) : mapping(0);
        refuse(!cursor.atEnd());
        return root;
    }

    private static void refuse(boolean uncommon) {
        if (uncommon) {
            throw new Uncommon();
        }
    }

    /** Afterwards the cursor stands at the token behind the mapping. */
    private YamlMapping mapping(int depth) {
        refuse(depth >= limits.depth());
        int from = cursor.at();
        int column = cursor.column();
        List<YamlEntry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        do {
            cursor.refuseDocumentMarker();
            int end = scalars.endOnLine();
            refuse(!cursor.isKey(cursor.at(), end));
            YamlScalar key = scalars.onLine(end);
            cursor.moveTo(cursor.afterBlanks(end) + 1);
            add(entries, keys, key, inMapping(column, depth + 1));
        } while (goesOn(column));
        return new YamlMapping(entries, cursor.fragment().toSource(from, cursor.lastEnd()));
    }

    private YamlSequence sequence(int depth) {
        refuse(depth >= limits.depth());
        int from = cursor.at();
        int column = cursor.column();
        List<YamlNode> items = new ArrayList<>();
        do {
            cursor.moveTo(cursor.at() + 1);
            items.add(inSequence(column, depth + 1));
        } while (goesOn(column) && cursor.itemStarts());
        return new YamlSequence(items, cursor.fragment().toSource(from, cursor.lastEnd()));
    }

    /** Whether the next token stands in this column; a deeper one is a fault, or one on the line of the last. */
    private boolean goesOn(int column) {
        cursor.skip();
        if (cursor.atEnd()) {
            return false;
        }
        refuse(cursor.column() > column || cursor.onLastLine());
        return cursor.column() == column;
    }

    private void add(List<YamlEntry> entries, Set<String> keys, YamlScalar key, YamlNode value) {
        if (!keys.add(key.value())) {
            problems.add(new YamlProblem(key.span(), "this key stands in the same mapping a second time"));
        }
        entries.add(new YamlEntry(key, value));
    }

    private YamlNode inMapping(int parent, int depth) {
        int indicatorEnd = cursor.at();
        int line = cursor.lineStart();
        cursor.skip();
        if (!cursor.atEnd() && cursor.lineStart() == line) {
            return inline(parent, depth);
        }
        if (!cursor.atEnd() && cursor.column() == parent && cursor.itemStarts()) {
            return sequence(depth);
        }
        return below(indicatorEnd, parent, depth);
    }

    private YamlNode inSequence(int parent, int depth) {
        int indicatorEnd = cursor.at();
        cursor.skip();
        return below(indicatorEnd, parent, depth);
    }

    /** What stands deeper than its parent, where collections may start; or nothing does. */
    private YamlNode below(int indicatorEnd, int parent, int depth) {
        if (cursor.atEnd() || cursor.column() <= parent) {
            return scalars.empty(indicatorEnd);
        }
        if (cursor.itemStarts()) {
            return sequence(depth);
        }
        char first = cursor.peek();
        boolean mayBeKey = first != '[' && first != '{' && first != '|' && first != '>';
        return mayBeKey && cursor.isKey(cursor.at(), scalars.endOnLine()) ? mapping(depth) : inline(parent, depth);
    }

    private YamlNode inline(int parent, int depth) {
        return switch (cursor.peek()) {
            case '[' -> flowSequence(depth);
            case '{' -> flowMapping(depth);
            default -> scalars.inBlock(parent);
        };
    }

    private YamlSequence flowSequence(int depth) {
        refuse(depth >= limits.depth());
        int from = cursor.at();
        List<YamlNode> items = new ArrayList<>();
        cursor.moveTo(from + 1);
        while (nextInFlow() != ']') {
            items.add(itemInFlow(depth + 1));
            passComma(']');
        }
        return new YamlSequence(items, cursor.fragment().toSource(from, closed()));
    }

    private YamlMapping flowMapping(int depth) {
        refuse(depth >= limits.depth());
        int from = cursor.at();
        List<YamlEntry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        cursor.moveTo(from + 1);
        while (nextInFlow() != '}') {
            int keyStart = cursor.at();
            int line = cursor.lineStart();
            YamlScalar key = scalars.inFlow();
            refuse(cursor.lineStart() != line || !cursor.isKey(keyStart, cursor.at()));
            cursor.moveTo(cursor.afterBlanks(cursor.at()) + 1);
            nextInFlow();
            add(entries, keys, key, itemInFlow(depth + 1));
            passComma('}');
        }
        return new YamlMapping(entries, cursor.fragment().toSource(from, closed()));
    }

    private YamlNode itemInFlow(int depth) {
        return switch (cursor.peek()) {
            case '[' -> flowSequence(depth);
            case '{' -> flowMapping(depth);
            default -> scalars.inFlow();
        };
    }

    private char nextInFlow() {
        cursor.skip();
        refuse(cursor.atEnd());
        cursor.refuseDocumentMarker();
        return cursor.peek();
    }

    private void passComma(char closer) {
        char next = nextInFlow();
        if (next == ',') {
            cursor.moveTo(cursor.at() + 1);
        } else {
            refuse(next != closer);
        }
    }

    private int closed() {
        int end = cursor.at() + 1;
        cursor.moveTo(end);
        cursor.contentEnds(end);
        return end;
    }
}
