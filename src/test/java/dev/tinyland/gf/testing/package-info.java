/** What tests of several rooms share: real tools, child processes. */
@NullMarked
package dev.tinyland.gf.testing;

import org.jspecify.annotations.NullMarked;
