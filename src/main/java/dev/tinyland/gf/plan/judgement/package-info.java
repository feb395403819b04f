/** From a parsed plan to what it means: changed attributes, dangers, churn, what it leaves out. */
@NullMarked
package dev.tinyland.gf.plan.judgement;

import org.jspecify.annotations.NullMarked;
