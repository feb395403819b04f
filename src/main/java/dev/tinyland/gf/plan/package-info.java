/** What a plan of OpenTofu does, judged and told to people. */
@NullMarked
package dev.tinyland.gf.plan;

import org.jspecify.annotations.NullMarked;
