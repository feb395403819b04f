@NullMarked
package dev.tinyland.gf.hcl;

import org.jspecify.annotations.NullMarked;
