@NullMarked
package dev.tinyland.gf.plan.judgement;

import org.jspecify.annotations.NullMarked;
