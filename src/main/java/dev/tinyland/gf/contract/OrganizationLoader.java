package dev.tinyland.gf.contract;

import dev.tinyland.gf.text.SourceFile;

/** Reads {@code config/organization.yaml}: the clusters' names and contexts, nothing else. */
public final class OrganizationLoader {

    public ContractResult<Organization> load(SourceFile file) {
        return ContractLoader.read(file, Organization.class, UnknownKeys.IGNORE, OrganizationLoader::check);
    }

    private static void check(Organization organization, Locator locator) {
        long names = organization.clusters().stream()
                .map(Organization.Cluster::name)
                .distinct()
                .count();
        if (names != organization.clusters().size()) {
            locator.problem("two clusters have the same name", "clusters");
        }
    }
}
