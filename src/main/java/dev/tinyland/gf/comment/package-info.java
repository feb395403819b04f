/** The pull request's one comment, made of the reports of several tools. */
@NullMarked
package dev.tinyland.gf.comment;

import org.jspecify.annotations.NullMarked;
