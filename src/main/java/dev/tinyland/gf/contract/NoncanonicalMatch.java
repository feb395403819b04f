package dev.tinyland.gf.contract;

/** A place in a text that reaches a live service by another than its canonical name. Offsets are those of the text. */
public record NoncanonicalMatch(int start, int end, NoncanonicalEndpoint endpoint) {}
