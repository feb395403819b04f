/** The values a Helm release really gets, and what differs between two of them. */
@NullMarked
package dev.tinyland.gf.helm;

import org.jspecify.annotations.NullMarked;
