package dev.tinyland.gf.contract;

import java.util.List;

/**
 * Where the state of the stacks lives and how it is configured.
 *
 * @param variablePrefix prefix of the variables that describe the S3 backend
 * @param configFileVariable variable that names a backend configuration file
 * @param configFolderVariable variable that names a folder of them
 * @param credentialVariables variables that carry the S3 credentials, key then secret
 * @param receiptVariablePrefix prefix of the Actions variables that keep a stack's receipt: upper case, {@code -} as
 *     {@code _}
 */
public record StateBackend(
        String bucket,
        String variablePrefix,
        String configFileVariable,
        String configFolderVariable,
        List<String> credentialVariables,
        String receiptVariablePrefix) {

    public StateBackend {
        credentialVariables = List.copyOf(credentialVariables);
    }
}
