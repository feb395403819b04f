package dev.tinyland.gf.hcl;

import dev.tinyland.gf.text.Fragment;
import java.util.List;

/**
 * The right side of an attribute.
 *
 * @param text as written
 * @param strings every string in it in source order, those inside interpolations included, keys of objects left out
 */
public record HclExpression(Fragment text, List<HclString> strings) {

    public HclExpression {
        strings = List.copyOf(strings);
    }
}
