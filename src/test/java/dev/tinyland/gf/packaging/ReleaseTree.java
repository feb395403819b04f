package dev.tinyland.gf.packaging;

import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A release tree and what the script said of it.
 *
 * @param folder the tree
 * @param facts version, source, jar, tree and commit
 */
record ReleaseTree(Path folder, Map<String, String> facts) {

    /** The command that makes a tree; the caller sets what differs. */
    static ChildProcess command(Path checkout, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = checkout.resolve("scripts/release-tree").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return ChildProcess.of(command)
                .in(checkout)
                .within(Duration.ofMinutes(10))
                .inheriting("PATH", "HOME", "LANG", "JAVA_HOME")
                .with("GF_JAVA_HOME", System.getProperty("java.home"));
    }

    static ReleaseTree of(Path folder, CommandResult result) throws IOException {
        if (result.exitCode() != 0) {
            throw new IOException("no release tree: " + result);
        }
        Map<String, String> facts = new HashMap<>();
        result.output().lines().forEach(line -> {
            int space = line.indexOf(' ');
            facts.put(line.substring(0, space), line.substring(space + 1));
        });
        return new ReleaseTree(folder, facts);
    }
}
