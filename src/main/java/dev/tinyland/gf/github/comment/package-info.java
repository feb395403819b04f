/** The comment of ours that a pull request carries: found again, replaced, marked as superseded, never doubled. */
@org.jspecify.annotations.NullMarked
package dev.tinyland.gf.github.comment;
