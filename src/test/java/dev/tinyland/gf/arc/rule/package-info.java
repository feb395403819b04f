@NullMarked
package dev.tinyland.gf.arc.rule;

import org.jspecify.annotations.NullMarked;
