package dev.tinyland.gf.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A good answer, whole.
 *
 * @param json the body; missing where there is none
 */
record Answer(int status, Map<String, List<String>> headers, String body, JsonNode json) {}
