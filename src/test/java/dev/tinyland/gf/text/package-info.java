@NullMarked
package dev.tinyland.gf.text;

import org.jspecify.annotations.NullMarked;
