package dev.tinyland.gf.plan.live;

/** Under which name an object of a plan would be found in the cluster. */
public sealed interface Identity {

    /** For people. */
    String shown();

    /** A release of Helm. */
    record Release(String namespace, String name) implements Identity {
        @Override
        public String shown() {
            return "Helm release " + namespace + "/" + name;
        }
    }

    /**
     * An object whose place in the API is known.
     *
     * @param group root of the API group and version, such as {@code /apis/apps/v1}
     * @param plural such as {@code deployments}
     * @param namespace empty for an object of the whole cluster
     */
    record Placed(String group, String plural, String namespace, String name) implements Identity {
        public String path() {
            return group + (namespace.isEmpty() ? "" : "/namespaces/" + namespace) + "/" + plural + "/" + name;
        }

        @Override
        public String shown() {
            return plural + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
        }
    }

    /**
     * An object given by a manifest; the server knows how its kind is called in a path.
     *
     * @param namespace empty where the manifest names none
     */
    record Manifest(String apiVersion, String kind, String namespace, String name) implements Identity {
        public String group() {
            return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
        }

        @Override
        public String shown() {
            return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
        }
    }

    /** It is of the cluster, and the plan does not say under which name. */
    record Unnamed(String why) implements Identity {
        @Override
        public String shown() {
            return why;
        }
    }

    /** Nothing of the cluster: it lives in the state alone, or somewhere nobody here can look. */
    record Elsewhere() implements Identity {
        @Override
        public String shown() {
            return "not of the cluster";
        }
    }
}
