@NullMarked
package dev.tinyland.gf.arc.upstream;

import org.jspecify.annotations.NullMarked;
