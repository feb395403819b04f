/** Tests of what users fetch: the actions, the release tree, the workflows that make it. */
@NullMarked
package dev.tinyland.gf.packaging;

import org.jspecify.annotations.NullMarked;
