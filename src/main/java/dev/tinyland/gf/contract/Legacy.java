package dev.tinyland.gf.contract;

import java.util.List;

/**
 * Markers of environments of the past.
 *
 * @param labelWords words that label text as a record of the past
 */
public record Legacy(List<String> labelWords, Civo civo, GitLab gitlab, Http http) {

    public Legacy {
        labelWords = List.copyOf(labelWords);
    }

    /**
     * The retired cloud.
     *
     * @param word its name in prose
     * @param commands names of its command line tool
     * @param domains domains of its services; names below belong to it
     * @param installer address its installer script is fetched from
     * @param environmentPrefix prefix of its environment variables
     * @param variables OpenTofu variables with its credentials and settings
     * @param kubeconfigSecrets names of secrets with a kubeconfig of it
     * @param variableFile the compatibility file of variable values
     * @param actions actions that install its tool
     * @param providers sources of its OpenTofu provider
     * @param resourcePrefix prefix of its resource types
     * @param providerName name of its provider block
     * @param labelDomains domains of node labels its nodes carry
     */
    public record Civo(
            String word,
            List<String> commands,
            List<String> domains,
            String installer,
            String environmentPrefix,
            List<String> variables,
            List<String> kubeconfigSecrets,
            String variableFile,
            List<String> actions,
            List<String> providers,
            String resourcePrefix,
            String providerName,
            List<String> storageClasses,
            List<String> labelDomains) {

        public Civo {
            commands = List.copyOf(commands);
            domains = List.copyOf(domains);
            variables = List.copyOf(variables);
            kubeconfigSecrets = List.copyOf(kubeconfigSecrets);
            actions = List.copyOf(actions);
            providers = List.copyOf(providers);
            storageClasses = List.copyOf(storageClasses);
            labelDomains = List.copyOf(labelDomains);
        }
    }

    /**
     * State kept in a GitLab project.
     *
     * @param statePath the path segments that make an address one of GitLab's state API
     * @param apiVariables variables that hold the address of GitLab's API
     * @param hosts hosts of GitLab itself
     * @param tokenPrefix what a personal access token starts with
     * @param tokenVariables variables that hold a GitLab token
     * @param tokenUser the user name that goes with a job token
     * @param tokenHeaders HTTP headers that carry a token
     * @param compatibilityRecipe the one recipe that stays for repairs
     * @param stateProject number of the archived project that still owns some state
     */
    public record GitLab(
            String statePath,
            List<String> apiVariables,
            List<String> hosts,
            String tokenPrefix,
            List<String> tokenVariables,
            String tokenUser,
            List<String> tokenHeaders,
            String compatibilityRecipe,
            String stateProject) {

        public GitLab {
            apiVariables = List.copyOf(apiVariables);
            hosts = List.copyOf(hosts);
            tokenVariables = List.copyOf(tokenVariables);
            tokenHeaders = List.copyOf(tokenHeaders);
        }
    }

    /**
     * The http backend family.
     *
     * @param family the backend type
     * @param variablePrefix prefix of its environment variables
     * @param credentialVariables those of them that carry a credential, the password first
     */
    public record Http(String family, String variablePrefix, List<String> credentialVariables) {

        public Http {
            credentialVariables = List.copyOf(credentialVariables);
        }
    }
}
