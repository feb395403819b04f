package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.Fragment;
import java.util.List;
import java.util.Optional;

/** Makes passages of comments: read for suppressions and counted, never judged. */
final class Comments {
    private Comments() {}

    static Passage passage(Fragment comment, Surface surface) {
        Label label = new Label(Label.Kind.COMMENT, "comment", comment.span());
        return new Passage(comment, surface, Role.COMMENT, "", List.of(), Optional.of(label));
    }
}
