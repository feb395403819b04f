/** A GitHub API of our own making, for tests: it keeps state, misbehaves on order and remembers every exchange. */
@org.jspecify.annotations.NullMarked
package dev.tinyland.gf.testing.github;
