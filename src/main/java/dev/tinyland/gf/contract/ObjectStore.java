package dev.tinyland.gf.contract;

/**
 * The object store behind caches and state.
 *
 * @param product its name for people
 * @param workload name of its Deployment and Service
 * @param dataFolder where it keeps objects inside the pod
 * @param markerFolder where it keeps the markers of buckets inside the pod
 * @param node the node its volume is bound to
 */
public record ObjectStore(
        String product, String namespace, String workload, String dataFolder, String markerFolder, String node) {}
