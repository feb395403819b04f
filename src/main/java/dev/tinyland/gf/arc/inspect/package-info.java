/** What ARC's objects, their pods and GitHub say of each lane, joined into one verdict. Reading stands apart from judging. */
@NullMarked
package dev.tinyland.gf.arc.inspect;

import org.jspecify.annotations.NullMarked;
