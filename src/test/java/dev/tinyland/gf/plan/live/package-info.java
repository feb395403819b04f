/** Tests of looking for planned objects in a cluster. */
@NullMarked
package dev.tinyland.gf.plan.live;

import org.jspecify.annotations.NullMarked;
