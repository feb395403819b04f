package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Backend families that a passage declares: as the label of a parsed block, or as text of one. */
final class BackendBlocks {
    private static final Pattern IN_TEXT = Pattern.compile("\\bbackend\\s+\"(\\w+)\"");
    private static final Set<String> HOLDERS = Set.of("terraform", "remote_state");

    private BackendBlocks() {}

    /** The families with their places in the passage. */
    static List<Word> in(Passage passage) {
        String text = passage.text().text();
        List<String> path = passage.path();
        if (passage.role() == Role.VALUE
                && path.size() >= 2
                && path.getLast().equals("backend")
                && HOLDERS.contains(path.get(path.size() - 2))) {
            return List.of(new Word(text.strip(), 0, text.length()));
        }
        List<Word> found = new ArrayList<>();
        if (text.contains("backend")) {
            Matcher matcher = IN_TEXT.matcher(text);
            while (matcher.find()) {
                found.add(new Word(matcher.group(1), matcher.start(), matcher.end()));
            }
        }
        return found;
    }
}
