package dev.tinyland.gf.access.kubeconfig;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Inputs;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the API server is asked about a kubeconfig; a picocli mixin. */
public final class ServerQuestions {
    @Option(
            names = "--verify",
            defaultValue = "none",
            description = "What the server is asked: ${COMPLETION-CANDIDATES}. Default: none.")
    private KubeconfigSettings.Verify verify = KubeconfigSettings.Verify.none;

    @Option(
            names = "--verify-access",
            paramLabel = "LIST",
            description = "Verbs that must be allowed, as in: get pods -n arc-runners; implies --verify access.")
    private @Nullable String verifyAccess;

    @Option(
            names = "--expect-cluster-uid",
            paramLabel = "UID",
            description = "UID of namespace kube-system; implies --verify uid where nothing else is asked.")
    private @Nullable String expectedUid;

    /** Asks nothing. */
    public static Questions none() {
        return new Questions(KubeconfigSettings.Verify.none, List.of(), Optional.empty());
    }

    /**
     * The questions, read.
     *
     * @param expectedUid the only UID of the cluster that is accepted
     */
    public record Questions(
            KubeconfigSettings.Verify verify, List<AccessQuestion> access, Optional<String> expectedUid) {
        public Questions {
            access = List.copyOf(access);
        }
    }

    public Questions read() {
        List<AccessQuestion> access =
                Inputs.list(verifyAccess).stream().map(AccessQuestion::parse).toList();
        boolean verbs = verify == KubeconfigSettings.Verify.access || !access.isEmpty();
        boolean uid = verify == KubeconfigSettings.Verify.uid || expectedUid != null;
        if (verbs && uid) {
            throw new InputException(
                    expectedUid == null ? "verify-access" : "expect-cluster-uid",
                    "one run asks for verbs (verify access, verify-access) or for the cluster's UID (verify uid,"
                            + " expect-cluster-uid); call the tool twice to verify both");
        }
        KubeconfigSettings.Verify asked = verbs
                ? KubeconfigSettings.Verify.access
                : uid ? KubeconfigSettings.Verify.uid : KubeconfigSettings.Verify.none;
        return new Questions(asked, access, Optional.ofNullable(expectedUid));
    }
}
