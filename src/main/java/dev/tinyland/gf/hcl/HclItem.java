package dev.tinyland.gf.hcl;

import dev.tinyland.gf.text.Span;

/** What a body holds. */
public sealed interface HclItem permits HclAttribute, HclBlock {

    Span span();
}
