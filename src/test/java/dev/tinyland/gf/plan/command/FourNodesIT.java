package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.MinioCluster;
import dev.tinyland.gf.testing.MinioServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A store of four nodes that loses one, and another one. */
@Timeout(360)
@ExtendWith(BenchExtension.class)
class FourNodesIT {
    @TempDir
    private Path drives = Path.of("");

    @Test
    void oneLostNodeChangesNothingAndTwoLetNothingBeApplied(Bench bench) throws Exception {
        try (MinioCluster store = MinioCluster.start(drives, Bench.BUCKET)) {
            bench.input("endpoint-override", store.uri().toString())
                    .input("access-key", MinioServer.ACCESS_KEY)
                    .input("secret-key", MinioServer.SECRET_KEY)
                    .input("allow-greenfield", "true");
            bench.expect(0, "CHANGES", "");
            bench.reviewed();
            bench.expectApply(0, "APPLIED", "");
            String serial = bench.output("serial");

            store.stopOne();
            bench.expect(0, "NO_CHANGES", "");
            bench.configuration("resource \"terraform_data\" \"one\" {\n  input = \"another\"\n}\n");
            bench.expect(0, "CHANGES", "");
            bench.reviewed();
            assertEquals(serial, bench.output("serial"));

            store.stopOne();
            int exit = bench.run(host -> new TofuApplyCommand(host));
            assertEquals("UNREACHABLE", bench.verdict(), bench.host()::out);
            assertEquals(3, exit);
            assertFalse(bench.host().out().contains("tofu apply"), "nothing was begun");
            assertTrue(store.holds(Bench.BUCKET, Bench.KEY), "it can still be read");
        }
    }
}
