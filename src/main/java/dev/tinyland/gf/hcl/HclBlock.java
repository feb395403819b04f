package dev.tinyland.gf.hcl;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.List;

/**
 * {@code type "label" { … }}.
 *
 * @param labels quoted or bare, without quotes
 * @param header from the type to the last label
 * @param span from the type to the closing brace
 */
public record HclBlock(Fragment type, List<Fragment> labels, List<HclItem> items, Span header, Span span)
        implements HclItem {

    public HclBlock {
        labels = List.copyOf(labels);
        items = List.copyOf(items);
    }
}
