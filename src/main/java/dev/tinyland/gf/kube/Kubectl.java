package dev.tinyland.gf.kube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.process.CleanEnvironment;
import dev.tinyland.gf.process.ProcessRequest;
import dev.tinyland.gf.process.ProcessResult;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.process.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Raw requests to the API server through {@code kubectl}, always with an explicit file and context: without them kubectl
 * reads whatever the environment names, and with an empty file it dials localhost:8080.
 */
public final class Kubectl {
    private static final Duration REQUEST = Duration.ofSeconds(10);
    private static final String NO_API_SERVER =
            "something else than an API server answers there, as a proxy or a log-in page does; look at the server's"
                    + " URL";
    private static final Duration TOTAL = Duration.ofSeconds(30);

    private final ProcessRunner runner;
    private final Map<String, String> environment;
    private final Path kubeconfig;
    private final String context;

    /**
     * Makes a client for one context of one file.
     *
     * @param environment where {@code PATH} is looked up; the child sees only the usual few variables of it
     */
    public Kubectl(ProcessRunner runner, Map<String, String> environment, Path kubeconfig, String context) {
        this.runner = runner;
        this.environment = Map.copyOf(environment);
        this.kubeconfig = kubeconfig;
        this.context = context;
    }

    /** What an API server answered. */
    public sealed interface Answer {

        /** A JSON object. */
        record Json(JsonNode body) implements Answer {}

        /** The server knows us not (401). */
        record Unauthorized() implements Answer {}

        /** The server knows us and says no (403). */
        record Forbidden() implements Answer {}

        /** There is no such thing (404). */
        record NotFound() implements Answer {}

        /**
         * No answer that could be judged.
         *
         * @param why one clause, without anything the server or kubectl said
         * @param next what to do about it
         */
        record Unreachable(String why, String next) implements Answer {

            Unreachable(String why) {
                this(why, "see whether this machine reaches the server: kubectl get --raw /readyz");
            }
        }
    }

    public Answer get(String path) throws InterruptedException {
        return call(List.of("get", "--raw", path), Optional.empty());
    }

    /** Posts a JSON object, which is how reviews are asked. */
    public Answer post(String path, String body) throws InterruptedException {
        return call(List.of("create", "--raw", path, "-f", "-"), Optional.of(body));
    }

    private Answer call(List<String> request, Optional<String> body) throws InterruptedException {
        Optional<Path> program = Programs.find("kubectl", environment);
        if (program.isEmpty()) {
            return new Answer.Unreachable(
                    "kubectl is not on the PATH", "install kubectl and put its folder on the PATH");
        }
        List<String> command = new ArrayList<>(List.of(
                program.get().toString(),
                "--kubeconfig=" + kubeconfig,
                "--context=" + context,
                "--request-timeout=" + REQUEST.toSeconds() + "s"));
        command.addAll(request);
        Path folder = kubeconfig.toAbsolutePath().getParent();
        if (folder == null) {
            return new Answer.Unreachable("the kubeconfig has no folder");
        }
        // kubectl keeps a discovery cache below HOME; it must not touch the user's.
        Map<String, String> clean = CleanEnvironment.of(environment, Map.of("HOME", folder.toString()));
        ProcessRequest process = ProcessRequest.of(command, folder, clean, TOTAL);
        return answer(runner.run(body.map(process::withInput).orElse(process)));
    }

    private static Answer answer(ProcessResult result) {
        return switch (result) {
            case ProcessResult.NotStarted _ -> new Answer.Unreachable("kubectl cannot be started");
            case ProcessResult.TimedOut _ -> new Answer.Unreachable("no answer within " + TOTAL.toSeconds() + " s");
            case ProcessResult.Exited exited when exited.succeeded() -> json(exited.out());
            case ProcessResult.Exited exited -> failure(exited.err());
        };
    }

    private static Answer json(String out) {
        try {
            JsonNode json = new ObjectMapper().readTree(out);
            return json != null && json.isObject()
                    ? new Answer.Json(json)
                    : new Answer.Unreachable("the answer is no JSON object", NO_API_SERVER);
        } catch (JsonProcessingException notJson) {
            return new Answer.Unreachable("the answer is no JSON", NO_API_SERVER);
        }
    }

    private static Answer failure(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("unauthorized") || lower.contains("you must be logged in")) {
            return new Answer.Unauthorized();
        }
        if (lower.contains("forbidden")) {
            return new Answer.Forbidden();
        }
        if (lower.contains("(notfound)") || lower.contains("could not find the requested resource")) {
            return new Answer.NotFound();
        }
        if (lower.contains("x509") || lower.contains("tls:")) {
            return new Answer.Unreachable(
                    "the server's certificate is not of the kubeconfig's authority",
                    "the cluster has a new authority, or this is another server: compare with kubectl config view --raw"
                            + " where it works");
        }
        if (lower.contains("connection refused") || lower.contains("was refused")) {
            return new Answer.Unreachable("the connection was refused");
        }
        if (lower.contains("no such host")) {
            return new Answer.Unreachable("the server's name has no address here");
        }
        boolean late = lower.contains("timeout") || lower.contains("timed out") || lower.contains("deadline exceeded");
        return new Answer.Unreachable(
                late ? "no answer in time" : "kubectl failed and did not say why in words we know");
    }
}
