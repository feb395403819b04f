package dev.tinyland.gf.github;

import java.util.List;
import java.util.Map;

/** Self-hosted runners. A workflow's own token may not list them: that is {@code Forbidden}. */
public interface Runners {

    /** Runners of the repository's organization. */
    Outcome<List<Runner>> ofOrganization(String organization) throws InterruptedException;

    /** Runner groups of an organization by name, and whether this repository may use each. */
    Outcome<Map<String, Boolean>> groupsOf(String organization) throws InterruptedException;

    /** Runners of the repository alone. */
    Outcome<List<Runner>> ofRepository() throws InterruptedException;
}
