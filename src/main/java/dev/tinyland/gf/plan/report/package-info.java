/** A judged plan as people read it: on a terminal, in a job's summary, in a pull request. */
@NullMarked
package dev.tinyland.gf.plan.report;

import org.jspecify.annotations.NullMarked;
