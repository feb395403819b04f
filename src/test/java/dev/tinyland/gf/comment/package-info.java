@org.jspecify.annotations.NullMarked
package dev.tinyland.gf.comment;
