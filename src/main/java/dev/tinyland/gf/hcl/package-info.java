/** HCL to blocks, attributes and strings that know where they stand. Expressions are read as far as strings go. */
@NullMarked
package dev.tinyland.gf.hcl;

import org.jspecify.annotations.NullMarked;
