/** Shell text to simple commands whose every word knows where it stands. No policy, no execution. */
@NullMarked
package dev.tinyland.gf.shell;

import org.jspecify.annotations.NullMarked;
