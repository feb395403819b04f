/** Tests. */
@NullMarked
package dev.tinyland.gf.report;

import org.jspecify.annotations.NullMarked;
