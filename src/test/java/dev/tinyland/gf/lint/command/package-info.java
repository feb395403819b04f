@NullMarked
package dev.tinyland.gf.lint.command;

import org.jspecify.annotations.NullMarked;
