package dev.tinyland.gf.arc.inspect;

import dev.tinyland.gf.helm.ChartVersion;
import java.util.Optional;

/**
 * The controller's Deployment.
 *
 * @param version of its label, else of its image's tag
 * @param image of its container
 */
public record Controller(
        String namespace, String name, Optional<ChartVersion> version, String image, boolean available) {}
