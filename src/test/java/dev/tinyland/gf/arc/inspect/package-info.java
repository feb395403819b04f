@NullMarked
package dev.tinyland.gf.arc.inspect;

import org.jspecify.annotations.NullMarked;
