package dev.tinyland.gf.launcher;

import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.TestTools;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The real JBang with a home of its own, so that no catalog, trust or cache of the person who runs the tests takes part.
 *
 * @param folder working folder of every command
 * @param home JBang's own folder
 */
record Jbang(Path folder, Path home) {

    ChildProcess command(String... arguments) {
        return ChildProcess.of(Stream.concat(Stream.of(TestTools.binary("jbang").toString()), Stream.of(arguments))
                        .toList())
                .in(folder)
                .within(Duration.ofMinutes(5))
                .inheriting("PATH", "HOME", "LANG")
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("JBANG_DIR", home.toString())
                .with("JBANG_NO_VERSION_CHECK", "true");
    }
}
