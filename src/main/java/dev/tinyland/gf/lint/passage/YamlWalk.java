package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlComment;
import dev.tinyland.gf.yaml.YamlEntry;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlResult;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks YAML documents and gives every scalar its meaning. A node that aliases lead to again is walked once; a scalar that is
 * a script by one of its ways is a script.
 */
final class YamlWalk {
    private static final int WAYS = 8;

    private final SourceFile file;
    private final Surface surface;
    private final YamlMeaning meaning;
    private final PassageFilter wanted;
    private final IdentityHashMap<YamlScalar, Passage> passages = new IdentityHashMap<>();

    /** Scalars that nobody wants, by the way that says what they are. */
    private final IdentityHashMap<YamlScalar, YamlPlace> unwanted = new IdentityHashMap<>();

    private final IdentityHashMap<YamlNode, Set<String>> walked = new IdentityHashMap<>();

    private YamlWalk(SourceFile file, Surface surface, YamlMeaning meaning, PassageFilter wanted) {
        this.file = file;
        this.surface = surface;
        this.meaning = meaning;
        this.wanted = wanted;
    }

    static List<Passage> passages(
            SourceFile file, YamlResult.Parsed parsed, Surface surface, YamlMeaning meaning, PassageFilter wanted) {
        YamlWalk walk = new YamlWalk(file, surface, meaning, wanted);
        for (YamlNode document : parsed.documents()) {
            walk.walk(new YamlPlace(null, "", document));
        }
        List<Passage> found = new ArrayList<>(walk.passages.values());
        for (YamlComment comment : parsed.comments()) {
            found.add(Comments.passage(comment.content(), surface));
        }
        found.sort(Comparator.comparing(passage -> passage.text().span()));
        return found;
    }

    private void walk(YamlPlace place) {
        switch (place.node()) {
            case YamlScalar scalar -> take(place, scalar);
            case YamlMapping mapping -> {
                if (isNew(mapping, "")) {
                    for (YamlEntry entry : mapping.entries()) {
                        walk(place.child(entry.key().value(), entry.value()));
                    }
                }
            }
            case YamlSequence sequence -> {
                if (isNew(sequence, place.name())) {
                    for (int i = 0; i < sequence.items().size(); i++) {
                        walk(place.child(Integer.toString(i), sequence.items().get(i)));
                    }
                }
            }
        }
    }

    /** A list may be walked again under another key, since the key may make scripts of its items; a few times at most. */
    private boolean isNew(YamlNode node, String name) {
        Set<String> names = walked.computeIfAbsent(node, key -> new HashSet<>());
        return names.size() < WAYS && names.add(name);
    }

    private void take(YamlPlace place, YamlScalar scalar) {
        Passage known = passages.get(scalar);
        YamlPlace passedOver = known == null ? unwanted.get(scalar) : null;
        if (known != null || passedOver != null) {
            boolean isScript = passedOver != null
                    ? meaning.of(passedOver, scalar).role() == Role.SCRIPT
                    : known != null && known.role() == Role.SCRIPT;
            if (isScript || meaning.of(place, scalar).role() != Role.SCRIPT) {
                return;
            }
            passages.remove(scalar);
            unwanted.remove(scalar);
        }
        if (!wanted.wants(place.key(), file.text(scalar.span()))) {
            unwanted.put(scalar, place);
            return;
        }
        if (scalar.value().isEmpty()) {
            return;
        }
        YamlMeaning.Meaning given = meaning.of(place, scalar);
        passages.put(
                scalar,
                new Passage(scalar.content(), surface, given.role(), given.language(), place.path(), Optional.empty()));
    }
}
