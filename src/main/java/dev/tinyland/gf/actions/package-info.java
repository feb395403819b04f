/**
 * The GitHub Actions protocol and the frame every tool runs in: inputs, outputs, masks, environment files, summary,
 * annotations, event, exit. Everything takes the environment as a value; only {@link Host#ofProcess()} looks at the real
 * one.
 */
@NullMarked
package dev.tinyland.gf.actions;

import org.jspecify.annotations.NullMarked;
