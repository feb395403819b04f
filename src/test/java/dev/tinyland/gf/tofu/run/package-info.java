/** Tests of running OpenTofu. */
@NullMarked
package dev.tinyland.gf.tofu.run;

import org.jspecify.annotations.NullMarked;
