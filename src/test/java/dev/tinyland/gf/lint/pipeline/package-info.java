@NullMarked
package dev.tinyland.gf.lint.pipeline;

import org.jspecify.annotations.NullMarked;
