/** Pipelines of GitLab CI: which runs of a pipeline a job is part of. */
@NullMarked
package dev.tinyland.gf.lint.pipeline;

import org.jspecify.annotations.NullMarked;
