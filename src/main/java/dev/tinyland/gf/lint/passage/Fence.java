package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.text.Fragment;
import java.util.List;
import java.util.Optional;

/**
 * A block of code on a page, with what its surroundings make of it.
 *
 * @param content its lines
 * @param language the language it says, in lower case; empty for a plain fence and for indented code
 * @param heading the heading it stands under
 * @param lead the last paragraph of the section before it
 * @param label why it is exempt
 */
public record Fence(
        Fragment content, String language, Optional<Fragment> heading, Optional<Fragment> lead, Optional<Label> label) {

    /** What it holds, as {@link DocumentReading#passages()} has it. */
    public List<Passage> passages() {
        return FencePassages.of(this);
    }
}
