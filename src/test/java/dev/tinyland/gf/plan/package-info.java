@NullMarked
package dev.tinyland.gf.plan;

import org.jspecify.annotations.NullMarked;
