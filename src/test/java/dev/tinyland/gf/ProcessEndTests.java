package dev.tinyland.gf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process ends with its status and its hooks run, whatever threads there are. */
class ProcessEndTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0, none", "0, daemon", "0, lasting", "1, none", "1, lasting", "70, daemon"})
    void endsWithItsStatusAndRunsItsHooks(int status, String threads) throws Exception {
        CommandResult result = ChildProcess.of(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ending.class.getName(),
                        String.valueOf(status),
                        threads))
                .in(folder)
                .run();
        assertEquals(status, result.exitCode(), result::toString);
        assertEquals("hook\n", result.output());
    }

    /** Ends as it is told, beside a thread that never ends. */
    static final class Ending {
        private Ending() {}

        public static void main(String[] arguments) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.print("hook\n")));
            if (!arguments[1].equals("none")) {
                Thread.ofPlatform().daemon(arguments[1].equals("daemon")).start(Ending::last);
            }
            ProcessEnd.with(Integer.parseInt(arguments[0]));
        }

        private static void last() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
