/** Source text, positions and spans: what every language room speaks in. */
@NullMarked
package dev.tinyland.gf.text;

import org.jspecify.annotations.NullMarked;
