/** Markdown to a small tree with exact spans, read by commonmark-java. No policy. */
@NullMarked
package dev.tinyland.gf.markdown;

import org.jspecify.annotations.NullMarked;
