/** GitHub Actions expressions: reading them with exact spans and evaluating them, also where a value is not known. */
@NullMarked
package dev.tinyland.gf.expression;

import org.jspecify.annotations.NullMarked;
