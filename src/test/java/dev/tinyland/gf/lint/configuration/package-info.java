@NullMarked
package dev.tinyland.gf.lint.configuration;

import org.jspecify.annotations.NullMarked;
