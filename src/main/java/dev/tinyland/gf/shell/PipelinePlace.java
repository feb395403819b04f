package dev.tinyland.gf.shell;

/**
 * Where a command stands in its pipeline.
 *
 * @param number the pipeline within the script, from 0 in source order
 * @param position 0 for the first member
 * @param length how many members, compound commands counted as one; 1 for a command that is not piped
 */
public record PipelinePlace(int number, int position, int length) {}
