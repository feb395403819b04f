package dev.tinyland.gf.arc.inspect;

import java.util.OptionalInt;

/**
 * An AutoscalingListener: the object that asks GitHub for the jobs of one lane. Its name holds a hash that changed between
 * versions, so it is found by what it names.
 *
 * @param set name of its AutoscalingRunnerSet
 * @param runners name of the EphemeralRunnerSet it scales
 */
public record Listener(
        String namespace,
        String name,
        String setNamespace,
        String set,
        String runners,
        OptionalInt scaleSetId,
        OptionalInt minimum,
        OptionalInt maximum,
        String image) {}
