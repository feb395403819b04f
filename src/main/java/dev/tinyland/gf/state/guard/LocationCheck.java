package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.kube.ServerAddress;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.state.StateLocation;
import java.util.Optional;

/** C1: whether the location can be asked at all. */
record LocationCheck(Check check, Optional<GuardOutcome> outcome) {
    private static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";

    static LocationCheck of(StateLocation.S3 location) {
        Optional<String> wrong = wrong(location);
        if (wrong.isPresent()) {
            return new LocationCheck(
                    GuardCheck.C1.seen(Status.FAIL, wrong.get()),
                    Optional.of(new GuardOutcome.Red(
                            RedReason.CONFIGURATION,
                            "The location of the state is wrong: " + wrong.get() + ".",
                            "correct the backend configuration; gf backend-config checks it")));
        }
        if (location.credentials().isEmpty()) {
            return new LocationCheck(
                    GuardCheck.C1.seen(Status.UNKNOWN, "no credentials were given"),
                    Optional.of(new GuardOutcome.Unreachable(
                            "no-credentials",
                            "No credentials were given to look with; those of the surroundings are never used.",
                            "pass access-key and secret-key")));
        }
        boolean odd = location.endpoint().isPresent() && !location.pathStyle();
        String observed = location.shown() + ", region " + location.region()
                + (odd ? "; use_path_style is off, so the bucket is looked up as a host name" : "")
                + (location.insecure() ? "; certificates are not checked (insecure)" : "");
        return new LocationCheck(
                GuardCheck.C1.seen(odd || location.insecure() ? Status.WARN : Status.PASS, observed), Optional.empty());
    }

    private static Optional<String> wrong(StateLocation.S3 location) {
        boolean endpoint = location.endpoint().isEmpty()
                || location.endpoint().flatMap(ServerAddress::parse).isPresent();
        if (!endpoint) {
            return Optional.of("the endpoint is no URL of scheme, host and port alone");
        }
        if (!location.bucket().matches(BUCKET)) {
            return Optional.of("the bucket is no name of 3 to 63 lower-case letters, digits, dots and hyphens");
        }
        if (location.key().isBlank()
                || location.key().startsWith("/")
                || location.key().endsWith("/")) {
            return Optional.of("the key is empty or begins or ends with a slash");
        }
        return location.region().isBlank() ? Optional.of("the region is missing") : Optional.empty();
    }
}
