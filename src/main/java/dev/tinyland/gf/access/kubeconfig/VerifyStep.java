package dev.tinyland.gf.access.kubeconfig;

import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC040;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC041;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC042;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC043;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict.REFUSED;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict.UNVERIFIED;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.kube.Kubectl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server itself says: KC040 to KC043. Asking for {@code /version} would prove nothing, since anonymous callers
 * get an answer too; so the server is asked who we are and what we may do.
 */
final class VerifyStep {
    private static final String WHO = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
    private static final String MAY = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final String SYSTEM = "/api/v1/namespaces/kube-system";

    private final Run run;
    private final Checklist<KubeconfigVerdict> checks;
    private final ServerQuestions.Questions questions;
    private final Kubectl kubectl;
    private @Nullable String seenUid;

    VerifyStep(Run run, Checklist<KubeconfigVerdict> checks, ServerQuestions.Questions questions, Kubectl kubectl) {
        this.run = run;
        this.checks = checks;
        this.questions = questions;
        this.kubectl = kubectl;
    }

    static void skip(Checklist<KubeconfigVerdict> checks) throws IOException {
        for (KubeconfigCheck check : List.of(KC040, KC041, KC042, KC043)) {
            checks.notApplicable(check, "verify is none");
        }
    }

    /** The UID of the cluster, where it was asked for and answered. */
    Optional<String> uid() {
        return Optional.ofNullable(seenUid);
    }

    void verify() throws IOException, InterruptedException {
        if (questions.verify() != KubeconfigSettings.Verify.none) {
            run.say("Asking the server of the kubeconfig (kubectl, up to 30 s a question)");
        }
        switch (questions.verify()) {
            case none -> skip(checks);
            case access -> {
                checks.notApplicable(KC040, "verify is access");
                verifyAccess();
            }
            case uid -> {
                checks.notApplicable(KC043, "verify is uid");
                verifyUid();
            }
        }
    }

    private void verifyAccess() throws IOException, InterruptedException {
        Kubectl.Answer who =
                kubectl.post(WHO, "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}");
        if (!(who instanceof Kubectl.Answer.Json answer)) {
            refuse(who);
            return;
        }
        String user =
                answer.body().path("status").path("userInfo").path("username").asText("");
        if (user.isEmpty() || user.equals("system:anonymous")) {
            checks.pass(KC041, "answered");
            checks.unknown(
                    KC042,
                    UNVERIFIED,
                    user.isEmpty()
                            ? "the server does not say who we are"
                            : "the server takes us for system:anonymous: it did not heed the credential",
                    "renew the credential: kubectl create token SERVICEACCOUNT --duration=720h");
            return;
        }
        checks.pass(KC041, "answered");
        checks.pass(KC042, "user " + user);
        checkVerbs();
    }

    private void checkVerbs() throws IOException, InterruptedException {
        if (questions.access().isEmpty()) {
            checks.notApplicable(KC043, "verify-access names no verb");
            return;
        }
        List<String> denied = new ArrayList<>();
        for (AccessQuestion question : questions.access()) {
            Kubectl.Answer may = kubectl.post(MAY, question.review());
            if (!(may instanceof Kubectl.Answer.Json answer)) {
                refuse(may);
                return;
            }
            if (!answer.body().path("status").path("allowed").asBoolean(false)) {
                denied.add(question.text());
            }
        }
        if (denied.isEmpty()) {
            checks.pass(KC043, questions.access().size() + " verbs allowed");
        } else {
            checks.fail(
                    KC043,
                    REFUSED,
                    "denied: " + String.join("; ", denied),
                    "grant it with a Role and RoleBinding, then look: kubectl auth can-i " + denied.getFirst());
        }
    }

    private void verifyUid() throws IOException, InterruptedException {
        Kubectl.Answer answer = kubectl.get(SYSTEM);
        if (!(answer instanceof Kubectl.Answer.Json json)) {
            refuse(answer);
            return;
        }
        checks.pass(KC041, "answered");
        checks.pass(KC042, "namespace kube-system can be read");
        String uid = json.body().path("metadata").path("uid").asText("");
        seenUid = uid.isEmpty() ? null : uid;
        if (uid.isEmpty()) {
            checks.unknown(
                    KC040, UNVERIFIED, "the answer has no UID", "look: kubectl get namespace kube-system -o yaml");
        } else if (questions.expectedUid().isEmpty()) {
            checks.notApplicable(KC040, "expect-cluster-uid is not given; the UID is " + uid);
        } else if (questions.expectedUid().get().equals(uid)) {
            checks.pass(KC040, uid);
        } else {
            checks.fail(
                    KC040,
                    REFUSED,
                    "it is " + uid + ", expected " + questions.expectedUid().get(),
                    "this is another cluster under the same name; find out where the kubeconfig came from");
        }
    }

    /** An answer that is none: KC041 or KC042, and the rest not reached. */
    private void refuse(Kubectl.Answer answer) throws IOException {
        switch (answer) {
            case Kubectl.Answer.Unauthorized _ -> {
                checks.pass(KC041, "answered");
                checks.unknown(
                        KC042,
                        UNVERIFIED,
                        "401: the server does not know this credential",
                        "renew it: kubectl create token SERVICEACCOUNT --duration=720h");
            }
            case Kubectl.Answer.Forbidden _ -> {
                checks.pass(KC041, "answered");
                checks.unknown(
                        KC042,
                        UNVERIFIED,
                        "403: the server knows this credential and does not let it ask",
                        questions.verify() == KubeconfigSettings.Verify.uid
                                ? "let it get namespace kube-system with a ClusterRole, or say verify access"
                                : "bind it to the ClusterRole system:basic-user, which every user has by default");
            }
            case Kubectl.Answer.NotFound _ ->
                checks.unknown(
                        KC041,
                        UNVERIFIED,
                        "404: the server does not know the question",
                        "it came with Kubernetes 1.28; on an older server say verify uid");
            case Kubectl.Answer.Unreachable unreachable ->
                checks.unknown(KC041, UNVERIFIED, unreachable.why(), unreachable.next());
            case Kubectl.Answer.Json _ -> throw new IllegalStateException("an answer is no refusal");
        }
    }
}
