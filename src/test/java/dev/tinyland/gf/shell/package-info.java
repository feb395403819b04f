@NullMarked
package dev.tinyland.gf.shell;

import org.jspecify.annotations.NullMarked;
