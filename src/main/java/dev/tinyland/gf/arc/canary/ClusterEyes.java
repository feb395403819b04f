package dev.tinyland.gf.arc.canary;

import dev.tinyland.gf.arc.inspect.ClusterView;

/** A look at the cluster. */
@FunctionalInterface
public interface ClusterEyes {
    ClusterView look() throws InterruptedException;
}
