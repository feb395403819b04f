package dev.tinyland.gf.tofu.plan;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource of the state the plan was made from.
 *
 * @param provider source address of its provider
 * @param values its attributes, sensitive ones included
 */
public record PriorResource(String address, ResourceMode mode, String type, String provider, JsonNode values) {}
