/** A store that misbehaves on order: a proxy before a real S3 server, and the faults stores have been seen with. */
@NullMarked
package dev.tinyland.gf.testing.fault;

import org.jspecify.annotations.NullMarked;
