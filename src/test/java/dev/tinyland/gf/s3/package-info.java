@NullMarked
package dev.tinyland.gf.s3;

import org.jspecify.annotations.NullMarked;
