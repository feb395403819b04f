package dev.tinyland.gf.plan.judgement;

/**
 * A provider that another version was chosen for than the committed lock file says.
 *
 * @param provider source address
 * @param before version in the committed lock file, empty where it named none
 * @param after version the plan was made with, empty where it no longer is used
 */
public record LockChange(String provider, String before, String after) {}
