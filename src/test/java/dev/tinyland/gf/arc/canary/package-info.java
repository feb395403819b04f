@NullMarked
package dev.tinyland.gf.arc.canary;

import org.jspecify.annotations.NullMarked;
