package dev.tinyland.gf.actions;

import java.util.Locale;
import java.util.Optional;

/**
 * Names another of these tools, or a page about them, as the reader can use it: on a laptop a command, in a job's log an action
 * with its inputs, since there is no {@code gf} on a runner.
 */
public final class OtherTool {
    private OtherTool() {}

    /**
     * A tool about a stack.
     *
     * @param inputs name and value in turn
     */
    public static String about(Host host, String tool, String stack, String... inputs) {
        StringBuilder text = new StringBuilder(host.inActions() ? "the action " + tool : "gf " + tool);
        text.append(host.inActions() ? " with stack: " + stack : " " + stack);
        for (int i = 0; i + 1 < inputs.length; i += 2) {
            text.append(
                    host.inActions()
                            ? ", " + inputs[i] + ": " + inputs[i + 1]
                            : " --" + inputs[i].toLowerCase(Locale.ROOT) + " " + inputs[i + 1]);
        }
        return text.toString();
    }

    /** A page of these tools, such as {@code docs/state-guard.md}: its address where the runner says whose action this is. */
    public static String page(Host host, String path) {
        return repository(host).map(address -> address + path).orElse(path + " of gf-actions");
    }

    /** The folder of the pages on the web, with a slash at its end; empty outside a job. */
    public static Optional<String> repository(Host host) {
        if (!host.inActions()) {
            return Optional.empty();
        }
        Optional<String> server =
                host.variable("GITHUB_SERVER_URL").filter(address -> address.matches("https?://[\\w.:-]+"));
        Optional<String> repository =
                host.variable("GITHUB_ACTION_REPOSITORY").filter(name -> name.matches("[\\w.-]+/[\\w.-]+"));
        // A tag holds what a step needs; the pages are on the branch.
        return server.flatMap(address -> repository.map(name -> address + "/" + name + "/blob/main/"));
    }
}
