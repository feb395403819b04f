package dev.tinyland.gf.contract;

/** The canonical address of a service for one audience. */
public record Endpoint(Audience audience, String url) {}
