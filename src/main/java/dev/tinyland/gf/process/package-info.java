/** Child processes: a clean environment, bounded output, a timeout, and one signal passed on when we are ended. */
@NullMarked
package dev.tinyland.gf.process;

import org.jspecify.annotations.NullMarked;
