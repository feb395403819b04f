@NullMarked
package dev.tinyland.gf.plan.report;

import org.jspecify.annotations.NullMarked;
