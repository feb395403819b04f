package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Builds the nodes of one stream from its events. Offsets are of the fragment until a node is made. */
final class TreeBuilder {
    private static final String GLOBAL = "tag:yaml.org,2002:";
    private static final Set<String> KNOWN_TAGS = Set.of(
            "str",
            "int",
            "float",
            "bool",
            "null",
            "map",
            "seq",
            "set",
            "omap",
            "pairs",
            "binary",
            "timestamp",
            "merge",
            "value");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{ *[A-Za-z_$.][\\w.-]* *}}");

    private final Fragment text;
    private final CodePoints codePoints;
    private final YamlLimits limits;
    private final Parser parser;
    private final Map<String, Anchor> anchors = new HashMap<>();
    private final List<YamlProblem> problems = new ArrayList<>();
    private final List<Span> scalarBodies = new ArrayList<>();
    private int lastEnd;
    private long nodes;

    TreeBuilder(Fragment text, CodePoints codePoints, YamlLimits limits, Parser parser) {
        this.text = text;
        this.codePoints = codePoints;
        this.limits = limits;
        this.parser = parser;
    }

    YamlResult build() {
        List<YamlNode> documents = new ArrayList<>();
        for (Event event = parser.getEvent(); !event.is(Event.ID.StreamEnd); event = parser.getEvent()) {
            if (event.is(Event.ID.DocumentStart)) {
                anchors.clear();
                Built root = node(parser.getEvent(), 0);
                if (!isEmpty(root.node())) {
                    documents.add(root.node());
                }
            }
        }
        List<YamlComment> comments = CommentScanner.scan(text, scalarBodies);
        return new YamlResult.Parsed(documents, comments, problems);
    }

    private static boolean isEmpty(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.span().isEmpty();
    }

    private Built node(Event event, int depth) {
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        refuseForeignTag(event);
        Anchor anchor = anchored((NodeEvent) event);
        nodes++;
        Built built;
        if (event instanceof ScalarEvent scalar) {
            built = scalar(scalar);
        } else {
            CollectionStartEvent start = (CollectionStartEvent) event;
            int from = ScalarDecoder.afterProperties(text.text(), offset(start.getStartMark()));
            if (depth >= limits.depth()) {
                throw refusal(from, from + 1, "collections are nested deeper than " + limits.depth() + " levels");
            }
            built = event.is(Event.ID.SequenceStart)
                    ? sequence(from, depth, start.isFlow())
                    : mapping(from, depth, start.isFlow());
        }
        if (anchor != null) {
            anchor.built = built;
        }
        return built;
    }

    private @Nullable Anchor anchored(NodeEvent event) {
        String name = event.getAnchor();
        if (name == null) {
            return null;
        }
        Anchor anchor = new Anchor();
        anchors.put(name, anchor);
        return anchor;
    }

    private Built aliased(AliasEvent alias) {
        int from = offset(alias.getStartMark());
        int to = offset(alias.getEndMark());
        lastEnd = to;
        Anchor anchor = anchors.get(alias.getAnchor());
        if (anchor == null) {
            throw refusal(from, to, "an alias names an anchor that is not defined before it");
        }
        if (anchor.built == null) {
            throw refusal(from, to, "an alias stands inside the node it names, which makes a cycle");
        }
        return new Built(anchor.built.node(), anchor.built.weight(), text.toSource(from, to));
    }

    private Built scalar(ScalarEvent event) {
        ScalarDecoder.Decoded decoded =
                ScalarDecoder.decode(text, offset(event.getStartMark()), offset(event.getEndMark()), event);
        if (decoded.end() > decoded.bodyStart()) {
            scalarBodies.add(new Span(decoded.bodyStart(), decoded.end()));
        }
        lastEnd = decoded.end();
        Span span = text.toSource(decoded.start(), decoded.end());
        CoreType type = type(event, decoded.style());
        return new Built(YamlScalar.of(decoded.content(), decoded.style(), type, span), 1, span);
    }

    private static CoreType type(ScalarEvent event, ScalarStyle style) {
        String tag = event.getTag();
        if (tag == null) {
            return style == ScalarStyle.PLAIN ? CoreSchema.ofPlain(event.getValue()) : CoreType.STRING;
        }
        return switch (tag) {
            case GLOBAL + "null" -> CoreType.NULL;
            case GLOBAL + "bool" -> CoreType.BOOLEAN;
            case GLOBAL + "int" -> CoreType.INTEGER;
            case GLOBAL + "float" -> CoreType.FLOAT;
            default -> CoreType.STRING;
        };
    }

    private Built sequence(int from, int depth, boolean isFlow) {
        List<YamlNode> items = new ArrayList<>();
        long weight = 1;
        Event event = parser.getEvent();
        for (; !event.is(Event.ID.SequenceEnd); event = parser.getEvent()) {
            Built item = node(event, depth + 1);
            items.add(item.node());
            weight = checkedSum(weight, item);
        }
        Span span = collectionSpan(from, event, isFlow);
        return new Built(new YamlSequence(items, span), weight, span);
    }

    private Built mapping(int from, int depth, boolean isFlow) {
        List<YamlEntry> entries = new ArrayList<>();
        List<YamlProblem> complexKeys = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        long weight = 1;
        Event event = parser.getEvent();
        for (; !event.is(Event.ID.MappingEnd); event = parser.getEvent()) {
            Built key = node(event, depth + 1);
            Built value = node(parser.getEvent(), depth + 1);
            weight = checkedSum(checkedSum(weight, key), value);
            if (key.node() instanceof YamlScalar scalar) {
                if (!keys.add(scalar.value())) {
                    problems.add(new YamlProblem(key.site(), "this key stands in the same mapping a second time"));
                }
                entries.add(new YamlEntry(scalar, value.node()));
            } else {
                complexKeys.add(new YamlProblem(key.site(), "a mapping or sequence stands as a key"));
            }
        }
        Span span = collectionSpan(from, event, isFlow);
        if (entries.isEmpty() && complexKeys.size() == 1 && isPlaceholder(from, lastEnd)) {
            Fragment written = text.slice(from, lastEnd);
            return new Built(YamlScalar.of(written, ScalarStyle.PLAIN, CoreType.STRING, span), weight, span);
        }
        problems.addAll(complexKeys);
        return new Built(new YamlMapping(entries, span), weight, span);
    }

    /**
     * Whether this is a field of a template nobody has filled in yet, as in {@code group: {{ groupId }}}. YAML sees a mapping
     * in a mapping there; whoever wrote it means one value.
     */
    private boolean isPlaceholder(int from, int to) {
        return PLACEHOLDER.matcher(text.text().substring(from, to)).matches();
    }

    /** A block collection ends with its last content; SnakeYAML would have it end where the next token starts. */
    private Span collectionSpan(int from, Event end, boolean isFlow) {
        if (isFlow) {
            lastEnd = offset(end.getEndMark());
        }
        return text.toSource(from, Math.max(from, lastEnd));
    }

    private long checkedSum(long weight, Built part) {
        long sum = weight + part.weight();
        if (sum > nodes + limits.aliasNodes()) {
            throw new Refusal(new YamlProblem(
                    part.site(), "aliases expand to more than %,d nodes".formatted(limits.aliasNodes())));
        }
        return sum;
    }

    private void refuseForeignTag(Event event) {
        String tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
        if (tag == null || tag.startsWith("!")) {
            return;
        }
        String name = tag.startsWith(GLOBAL) ? tag.substring(GLOBAL.length()) : "";
        // MkDocs has every site name its extensions by !!python/name; nothing is ever made of it here
        boolean known = KNOWN_TAGS.contains(name) || name.startsWith("python/");
        if (!known) {
            int from = offset(event.getStartMark());
            throw refusal(from, offset(event.getEndMark()), "a global tag names a type that YAML does not define");
        }
    }

    private int offset(Mark mark) {
        return codePoints.offset(mark.getIndex());
    }

    private Refusal refusal(int from, int to, String message) {
        return new Refusal(new YamlProblem(text.toSource(from, Math.min(to, text.length())), message));
    }

    /**
     * @param weight nodes when every alias is expanded
     * @param site where it is used, which for an alias is not where its node stands
     */
    private record Built(YamlNode node, long weight, Span site) {}

    /** A name's node, absent while the node is still being built. */
    private static final class Anchor {
        private @Nullable Built built;
    }

    /** Ends the building of a stream nobody should read. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient YamlProblem problem;

        Refusal(YamlProblem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }

        YamlProblem problem() {
            return problem;
        }
    }
}
