package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.HttpStateServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The http backend, which the caller has to allow: three GETs stand in for the store's many calls. */
@Timeout(180)
@ExtendWith(BenchExtension.class)
class HttpBackendIT {

    @Test
    void anAllowedHttpBackendIsLookedAtAndPlanned(Bench bench) throws Exception {
        try (HttpStateServer server = HttpStateServer.start()) {
            http(bench, server);
            bench.expect(3, "GREENFIELD_UNVERIFIED", "greenfield-unverified");
            bench.input("allow-greenfield", "true");
            bench.expect(0, "CHANGES", "");
            bench.reviewed();
            bench.expectApply(0, "APPLIED", "");
            bench.input("allow-greenfield", "false");
            bench.expect(0, "NO_CHANGES", "");

            server.answerGetWith(401);
            bench.expect(3, "UNREACHABLE", "auth");
            server.answerGetWith(0);
            server.state("<html><body>Sign in</body></html>");
            bench.expect(4, "GUARD_RED", "state-body-invalid");
            assertTrue(bench.host().out().contains("HTML page"), bench.host()::out);
        }
    }

    @Test
    void withoutAllowAnHttpBackendIsRefused(Bench bench) throws Exception {
        try (HttpStateServer server = HttpStateServer.start()) {
            http(bench, server);
            bench.input("allow", "s3");
            bench.expect(4, "REFUSED", "PF011");
        }
    }

    private static void http(Bench bench, HttpStateServer server) throws Exception {
        bench.file("main.tf", "terraform {\n  backend \"http\" {}\n}\n\nresource \"terraform_data\" \"one\" {}\n");
        bench.input("endpoint-override", "")
                .input("endpoint-scope", "loopback")
                .input("allow", "http-compat")
                .input("access-key", "")
                .input("secret-key", "")
                .input(
                        "backend-config",
                        "address = \"%1$s\"\nlock_address = \"%1$s\"\nunlock_address = \"%1$s\"\n"
                                .formatted(server.url()));
    }
}
