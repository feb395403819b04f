package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.shell.ShellParser;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Passages of shell scripts and of {@code .envrc}: the file is one script; its comments are listed beside it. */
public final class ShellPassages implements PassageExtractor {

    @Override
    public List<Passage> passages(SourceFile file) {
        Fragment text = Fragment.whole(file);
        List<Passage> passages = new ArrayList<>();
        passages.add(new Passage(text, Surface.SHELL, Role.SCRIPT, "bash", List.of(), Optional.empty()));
        ShellParser.parse(text)
                .comments()
                .forEach(comment -> passages.add(Comments.passage(comment.content(), Surface.SHELL)));
        return Passages.ordered(passages);
    }
}
