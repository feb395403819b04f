/**
 * The one S3 client. What it was told is all it uses, what it saw is all it says, and where it may write it says so in
 * its type.
 */
@NullMarked
package dev.tinyland.gf.s3;

import org.jspecify.annotations.NullMarked;
