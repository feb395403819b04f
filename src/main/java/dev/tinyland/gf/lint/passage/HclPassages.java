package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.hcl.HclAttribute;
import dev.tinyland.gf.hcl.HclBlock;
import dev.tinyland.gf.hcl.HclComment;
import dev.tinyland.gf.hcl.HclFile;
import dev.tinyland.gf.hcl.HclItem;
import dev.tinyland.gf.hcl.HclParser;
import dev.tinyland.gf.hcl.HclString;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passages of HCL files. A label of a block is a value under the block's type, so that {@code backend "http"} is {@code http}
 * at {@code terraform backend}; the strings of an attribute are values at their keys; the commands of provisioners are
 * scripts.
 */
public final class HclPassages implements PassageExtractor {
    private static final Pattern KEY = Pattern.compile("(?m)[{,\\s]\"([^\"\\n$]+)\"\\s*[=:](?!=)");

    @Override
    public List<Passage> passages(SourceFile file) {
        Fragment whole = Fragment.whole(file);
        return passages(HclParser.parse(whole), whole);
    }

    /** The passages of a file that is parsed already. */
    public List<Passage> passages(HclFile file, Fragment text) {
        List<Passage> passages = new ArrayList<>();
        add(file.items(), List.of(), passages);
        for (HclComment comment : file.comments()) {
            passages.add(Comments.passage(comment.content(), Surface.HCL));
        }
        addKeys(text, passages);
        return Passages.ordered(passages);
    }

    /** Quoted keys of objects say something too, as labels of nodes do; what looks like one inside a string or comment is none. */
    private static void addKeys(Fragment text, List<Passage> passages) {
        Matcher matcher = KEY.matcher(text.text());
        List<Passage> keys = new ArrayList<>();
        while (matcher.find()) {
            Fragment key = text.slice(matcher.start(1), matcher.end(1));
            if (passages.stream().noneMatch(passage -> passage.text().span().contains(key.span()))) {
                keys.add(passage(key, Role.VALUE, "", List.of()));
            }
        }
        passages.addAll(keys);
    }

    private static void add(List<HclItem> items, List<String> path, List<Passage> passages) {
        for (HclItem item : items) {
            switch (item) {
                case HclAttribute attribute -> add(attribute, path, passages);
                case HclBlock block -> {
                    List<String> inner = with(path, block.type().text());
                    for (Fragment label : block.labels()) {
                        passages.add(passage(label, Role.VALUE, "", inner));
                        inner = with(inner, label.text());
                    }
                    add(block.items(), inner, passages);
                }
            }
        }
    }

    private static void add(HclAttribute attribute, List<String> path, List<Passage> passages) {
        List<String> named = with(path, attribute.name().text());
        if (attribute.value().strings().isEmpty()) {
            passages.add(passage(attribute.value().text(), Role.VALUE, "", named));
            return;
        }
        for (HclString string : attribute.value().strings()) {
            List<String> keys = new ArrayList<>(named);
            keys.addAll(string.keys());
            passages.add(passage(string, keys));
        }
    }

    private static Passage passage(HclString string, List<String> path) {
        String key = path.getLast();
        boolean provisioned = path.contains("provisioner") && (key.equals("command") || key.equals("inline"));
        if (provisioned || ValueMeaning.hasShellShebang(string.content().text())) {
            return passage(string.content(), Role.SCRIPT, "bash", path);
        }
        return passage(string.content(), string.heredoc() ? Role.BLOCK : Role.VALUE, "", path);
    }

    private static Passage passage(Fragment text, Role role, String language, List<String> path) {
        return new Passage(text, Surface.HCL, role, language, path, Optional.empty());
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
