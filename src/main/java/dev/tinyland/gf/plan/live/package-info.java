/** What of a plan already lives in the cluster: the identity of a planned object, and looking for it. */
@NullMarked
package dev.tinyland.gf.plan.live;

import org.jspecify.annotations.NullMarked;
