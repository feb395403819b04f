/** The pull request's one comment, as a command. */
@NullMarked
package dev.tinyland.gf.comment.command;

import org.jspecify.annotations.NullMarked;
