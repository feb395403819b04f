package dev.tinyland.gf.hcl;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the structure of HCL native syntax: blocks, labels, attributes, strings, heredocs, comments. It never throws; what is
 * wrong is listed, and reading goes on with the next line.
 */
public final class HclParser {
    private static final int DEPTH = 200;

    private final HclCursor cursor;
    private final ExpressionReader expressions;

    private HclParser(Fragment text) {
        this.cursor = new HclCursor(text);
        this.expressions = new ExpressionReader(cursor);
    }

    public static HclFile parse(Fragment text) {
        HclParser parser = new HclParser(text);
        List<HclItem> items = parser.body(0);
        return new HclFile(items, parser.cursor.comments, parser.cursor.problems);
    }

    /** Reads items up to the brace that closes the block, which is left, or to the end. */
    private List<HclItem> body(int depth) {
        List<HclItem> items = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (true) {
            cursor.skipBlankLines();
            if (cursor.atEnd()) {
                return items;
            }
            if (cursor.peek() == '}') {
                if (depth > 0) {
                    return items;
                }
                cursor.problem(cursor.position, cursor.position + 1, "a brace closes nothing");
                cursor.position++;
                continue;
            }
            if (!cursor.atIdentifier()) {
                cursor.problem(cursor.position, cursor.position + 1, "an attribute or a block must start here");
                recover();
                continue;
            }
            int known = items.size();
            item(items, depth);
            if (items.size() > known
                    && items.getLast() instanceof HclAttribute attribute
                    && !names.add(attribute.name().text())) {
                cursor.problems.add(new HclProblem(attribute.name().span(), "an attribute is set a second time"));
            }
        }
    }

    private void item(List<HclItem> items, int depth) {
        int start = cursor.position;
        cursor.skipIdentifier();
        Fragment name = cursor.fragment.slice(start, cursor.position);
        cursor.skipBlanks();
        if (cursor.peek() == '=' && cursor.peek(1) != '=') {
            cursor.position++;
            HclExpression value = expressions.read();
            items.add(
                    new HclAttribute(name, value, name.span().union(value.text().span())));
            endOfItem(depth);
            return;
        }
        List<Fragment> labels = new ArrayList<>();
        int headerEnd = start + name.length();
        while (!cursor.atEnd() && cursor.peek() != '{') {
            int from = cursor.position;
            if (cursor.peek() == '"') {
                labels.add(label());
            } else if (cursor.atIdentifier()) {
                cursor.skipIdentifier();
                labels.add(cursor.fragment.slice(from, cursor.position));
            } else {
                cursor.problem(start, headerEnd, "neither an attribute nor a block");
                recover();
                return;
            }
            headerEnd = cursor.position;
            cursor.skipBlanks();
        }
        if (cursor.atEnd()) {
            cursor.problem(start, headerEnd, "neither an attribute nor a block");
            return;
        }
        Span header = cursor.fragment.toSource(start, headerEnd);
        List<HclItem> inner = block(start, depth);
        items.add(new HclBlock(name, labels, inner, header, cursor.fragment.toSource(start, cursor.position)));
        endOfItem(depth);
    }

    /** A label: a string without interpolation. */
    private Fragment label() {
        int start = cursor.position++;
        while (!cursor.atEnd() && cursor.peek() != '"' && cursor.peek() != '\n') {
            if ((cursor.peek() == '$' || cursor.peek() == '%') && cursor.peek(1) == '{') {
                cursor.problem(cursor.position, cursor.position + 2, "a label cannot hold an interpolation");
            }
            cursor.position += cursor.peek() == '\\' && cursor.peek(1) != '\n' ? 2 : 1;
        }
        cursor.position = Math.min(cursor.position, cursor.text.length());
        Fragment content = cursor.fragment.slice(start + 1, cursor.position);
        if (cursor.peek() == '"') {
            cursor.position++;
        } else {
            cursor.problem(start, cursor.position, "a string is not closed on its line");
        }
        return content;
    }

    /** Reads a block's body, the cursor standing at its opening brace. */
    private List<HclItem> block(int start, int depth) {
        int brace = cursor.position++;
        if (depth >= DEPTH) {
            cursor.problem(start, brace, "blocks are nested too deeply");
            cursor.position = cursor.text.length();
            return List.of();
        }
        cursor.skipBlanks();
        boolean oneLine = cursor.peek() != '\n' && cursor.peek() != '}';
        List<HclItem> items = body(depth + 1);
        if (oneLine && (items.size() > 1 || items.stream().anyMatch(HclBlock.class::isInstance))) {
            cursor.problem(brace, brace + 1, "a block on one line holds one attribute at most");
        } else if (oneLine && spansLines(items)) {
            cursor.problem(brace, brace + 1, "a block on one line must close on it");
        }
        if (cursor.peek() == '}') {
            cursor.position++;
        } else {
            cursor.problem(start, brace + 1, "a block is not closed");
        }
        return items;
    }

    private boolean spansLines(List<HclItem> items) {
        if (items.isEmpty() || cursor.atEnd()) {
            return false;
        }
        int end = items.getLast().span().end();
        int close = cursor.fragment.toSource(cursor.position);
        String between = cursor.fragment.source().text().substring(Math.min(end, close), close);
        return between.contains("\n");
    }

    /** After an attribute or a block the line must end, or the block around it. */
    private void endOfItem(int depth) {
        cursor.skipBlanks();
        boolean ends = cursor.atEnd() || cursor.peek() == '\n' || (cursor.peek() == '}' && depth > 0);
        if (!ends) {
            cursor.problem(cursor.position, cursor.position + 1, "the line must end here");
            recover();
        }
    }

    /** Goes on with the next line; a closing brace on the way is left to be met. */
    private void recover() {
        while (!cursor.atEnd() && cursor.peek() != '\n' && cursor.peek() != '}') {
            cursor.position++;
        }
    }
}
