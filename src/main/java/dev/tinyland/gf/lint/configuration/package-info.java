/** What a repository decides about its own linting. */
@NullMarked
package dev.tinyland.gf.lint.configuration;

import org.jspecify.annotations.NullMarked;
