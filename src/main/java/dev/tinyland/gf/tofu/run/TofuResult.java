package dev.tinyland.gf.tofu.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How one command of OpenTofu ended. */
public sealed interface TofuResult {

    List<Diagnostic> diagnostics();

    /**
     * It ended by itself.
     *
     * @param exitCode as the program gave it; a script around tofu may have changed it, so nothing rests on it alone
     * @param applied ids of the resources that were made or changed, by address
     * @param foreign lines on standard output that are no messages: a panic, a dumped state; they may hold secrets
     */
    record Ended(
            int exitCode,
            List<Diagnostic> diagnostics,
            Map<String, String> applied,
            List<String> foreign,
            Duration duration)
            implements TofuResult {
        public Ended {
            diagnostics = List.copyOf(diagnostics);
            applied = Map.copyOf(applied);
            foreign = List.copyOf(foreign);
        }

        /** Exit 0 or 2 and no error among the diagnostics. */
        public boolean succeeded() {
            return (exitCode == 0 || exitCode == 2) && diagnostics.stream().noneMatch(Diagnostic::isError);
        }
    }

    /** It took too long and was ended. */
    record TimedOut(Duration timeout, List<Diagnostic> diagnostics) implements TofuResult {
        public TimedOut {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** It could not be started. */
    record NotStarted(String program) implements TofuResult {
        @Override
        public List<Diagnostic> diagnostics() {
            return List.of();
        }
    }
}
