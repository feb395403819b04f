@NullMarked
package dev.tinyland.gf.plan.redaction;

import org.jspecify.annotations.NullMarked;
