@NullMarked
package dev.tinyland.gf.markdown;

import org.jspecify.annotations.NullMarked;
