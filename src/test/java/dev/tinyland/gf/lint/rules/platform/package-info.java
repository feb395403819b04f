/** Tests of the rules about the platform. */
@NullMarked
package dev.tinyland.gf.lint.rules.platform;

import org.jspecify.annotations.NullMarked;
