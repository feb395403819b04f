package dev.tinyland.gf.contract;

import java.util.Optional;

/**
 * A name that reaches a live service but is not its canonical one.
 *
 * @param port the port that makes it noncanonical; without one every port does
 * @param canonical the address to write instead
 */
public record NoncanonicalEndpoint(String host, Optional<Integer> port, String canonical) {}
