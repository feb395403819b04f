@NullMarked
package dev.tinyland.gf.tofu.plan;

import org.jspecify.annotations.NullMarked;
