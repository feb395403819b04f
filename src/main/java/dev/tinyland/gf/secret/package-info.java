/** Values nobody may read: how they are held, and how their every written form is taken out of what is published. */
@NullMarked
package dev.tinyland.gf.secret;

import org.jspecify.annotations.NullMarked;
