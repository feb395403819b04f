package dev.tinyland.gf.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with pretended JVMs: folders with a release file and a {@code java} that prints what it was given. */
class LauncherTests {
    private static final String ARCHITECTURE =
            System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("aarch64") ? "ARM64" : "X64";

    private static final String FLAGS = "[-XX:TieredStopAtLevel=1] [-XX:+UseSerialGC] [-Xmn40m] [-Xlog:disable]"
            + " [-Xlog:all=off] [-Djdk.reflect.useNativeAccessorOnly=true]";

    @TempDir
    private Path folder;

    private Path release;

    @BeforeEach
    void layReleaseTree() throws IOException {
        release = folder.resolve("release tree");
        Files.createDirectories(release.resolve("lib"));
        Files.copy(Path.of("gf"), release.resolve("gf"));
        assertTrue(release.resolve("gf").toFile().setExecutable(true));
        Files.writeString(release.resolve("lib/gf.jar"), "no real jar\n");
        Files.createDirectories(folder.resolve("bin"));
    }

    @Test
    void startsTheLinterFromTheBootClassPathWithItsArguments() throws Exception {
        Path java = jvm("a", "25.0.3");
        CommandResult result =
                gf("lint", "a b", "").with("GF_JAVA_HOME", java.toString()).run();
        assertEquals("", result.errors());
        Path jar = release.toRealPath().resolve("lib/gf.jar");
        assertEquals(
                "[a] " + FLAGS + " [-Xbootclasspath/a:" + jar + "] [-cp] [" + jar
                        + "] [dev.tinyland.gf.Gf] [lint] [a b] []\n",
                result.output());
    }

    /** A class path would be cut at the colon. */
    @Test
    void namesAJarWithAColonInItsPathAsTheProgram() throws Exception {
        Path elsewhere = folder.resolve("at 12:30");
        Files.move(release, elsewhere);
        release = elsewhere;
        Path java = jvm("a", "25.0.3");
        CommandResult result = gf("lint").with("GF_JAVA_HOME", java.toString()).run();
        assertEquals(
                "[a] " + FLAGS + " [-jar] [" + release.toRealPath().resolve("lib/gf.jar") + "] [lint]\n",
                result.output());
    }

    /** From the boot class path nobody sees java.net.http. */
    @Test
    void startsToolsThatAskOthersFromTheClassPath() throws Exception {
        Path java = jvm("a", "25.0.3");
        for (String tool : List.of("comment", "tofu-plan", "arc-canary", "--version")) {
            CommandResult result =
                    gf(tool).with("GF_JAVA_HOME", java.toString()).run();
            assertEquals(
                    "[a] " + FLAGS + " [-jar] [" + release.toRealPath().resolve("lib/gf.jar") + "] [" + tool + "]\n",
                    result.output());
        }
    }

    @Test
    void passesTheExitStatusThrough() throws Exception {
        Path java = jvm("a", "25");
        script(java.resolve("bin/java"), "exit 7");
        assertEquals(7, gf().with("GF_JAVA_HOME", java.toString()).run().exitCode());
    }

    @Test
    void takesTheFirstJavaInTheStatedOrder() throws Exception {
        Path own = jvm("own", "25.0.1");
        Path numbered = jvm("numbered", "25.0.1");
        Path home = jvm("home", "26");
        Path onPath = jvm("path", "25.0.1");
        jvm("usual/jdk-25", "25.0.1");
        Files.createSymbolicLink(folder.resolve("bin/java"), onPath.resolve("bin/java"));
        ChildProcess all = gf().with("GF_JVM_FOLDERS", folder.resolve("usual").toString());
        assertEquals("path", chosen(all));
        assertEquals("home", chosen(all.with("JAVA_HOME", home.toString())));
        assertEquals("numbered", chosen(all.with("JAVA_HOME_25_" + ARCHITECTURE, numbered.toString())));
        assertEquals("own", chosen(all.with("GF_JAVA_HOME", own.toString())));
        Files.delete(folder.resolve("bin/java"));
        assertEquals("usual/jdk-25", chosen(gf().with("GF_JVM_FOLDERS", "/nowhere:" + folder.resolve("usual"))));
    }

    @Test
    void passesOverOldJavas() throws Exception {
        Path old = jvm("old", "17.0.15");
        Path ancient = jvm("ancient", "1.8.0_402");
        jvm("usual/recent", "27-ea");
        jvm("usual/a-old", "24.0.2");
        Files.createSymbolicLink(folder.resolve("bin/java"), old.resolve("bin/java"));
        CommandResult result = gf().with("JAVA_HOME", ancient.toString())
                .with("JAVA_HOME_21_" + ARCHITECTURE, old.toString())
                .with("JAVA_HOME_25_" + ARCHITECTURE, old.toString())
                .with("GF_JVM_FOLDERS", folder.resolve("usual").toString())
                .run();
        assertTrue(result.output().startsWith("[usual/recent]"), result::toString);
        assertEquals("", result.errors());
    }

    @Test
    void saysWhenTheNamedJavaIsTooOld() throws Exception {
        Path old = jvm("old", "21.0.2");
        Path recent = jvm("recent", "25");
        CommandResult result = gf().with("GF_JAVA_HOME", old.toString())
                .with("JAVA_HOME", recent.toString())
                .run();
        assertTrue(result.output().startsWith("[recent]"), result::toString);
        assertTrue(result.errors().contains("GF_JAVA_HOME=" + old + " is no Java 25"), result::toString);
    }

    @Test
    void ignoresAnotherArchitecture() throws Exception {
        Path other = jvm("other", "25");
        CommandResult result =
                gf().with("JAVA_HOME_25_RISCV64", other.toString()).run();
        assertEquals(2, result.exitCode());
    }

    @Test
    void findsJavaInsideAMacBundle() throws Exception {
        jvm("usual/temurin-25.jdk/Contents/Home", "25.0.1");
        assertEquals(
                "usual/temurin-25.jdk/Contents/Home",
                chosen(gf().with("GF_JVM_FOLDERS", folder.resolve("usual").toString())));
    }

    @Test
    void readsReleaseFilesWithCarriageReturnsAndWithoutALastLineBreak() throws Exception {
        Path java = jvm("a", "25");
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"X\"\r\nJAVA_VERSION=\"25.0.1\"");
        assertEquals("a", chosen(gf().with("JAVA_HOME", java.toString())));
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"X\"\r\nJAVA_VERSION=\"25.0.1\"\r\n");
        assertEquals("a", chosen(gf().with("JAVA_HOME", java.toString())));
    }

    @Test
    void passesOverReleaseFilesThatSayNothing() throws Exception {
        Path java = jvm("a", "25");
        for (String content : new String[] {"", "JAVA_VERSION=\n", "JAVA_VERSION=\"latest\"\n", "\0\0\0"}) {
            Files.writeString(java.resolve("release"), content);
            assertEquals(2, gf().with("JAVA_HOME", java.toString()).run().exitCode(), content);
        }
    }

    @Test
    void saysWhatToInstallWhenThereIsNoJava() throws Exception {
        CommandResult result = gf("lint").run();
        assertEquals(2, result.exitCode());
        assertEquals("", result.output());
        assertTrue(result.errors().contains("Java 25 or newer is needed"), result::errors);
        assertTrue(result.errors().contains("openjdk-25"), result::errors);
        assertTrue(result.errors().contains("actions/setup-java"), result::errors);
    }

    @Test
    void printsTheJavaItWouldUse() throws Exception {
        Path java = jvm("a", "25");
        CommandResult result =
                gf("--java-home").with("JAVA_HOME", java.toString()).run();
        assertEquals(java + "\n", result.output());
        assertEquals(2, gf("--java-home").run().exitCode());
    }

    @Test
    void worksThroughLinks() throws Exception {
        Path java = jvm("a", "25");
        Files.createSymbolicLink(folder.resolve("bin/second"), release.resolve("gf"));
        Files.createSymbolicLink(folder.resolve("first"), Path.of("bin/second"));
        CommandResult result = ChildProcess.of(folder.resolve("first").toString(), "x")
                .in(folder)
                .with("PATH", systemPath())
                .with("JAVA_HOME", java.toString())
                .run();
        assertTrue(
                result.output().contains("[" + release.toRealPath().resolve("lib/gf.jar") + "] [x]"), result::toString);
    }

    @Test
    void saysThatAReleaseTreeWithoutItsJarIsIncomplete() throws Exception {
        Files.delete(release.resolve("lib/gf.jar"));
        CommandResult result = gf().with("JAVA_HOME", jvm("a", "25").toString()).run();
        assertEquals(2, result.exitCode());
        assertTrue(result.errors().contains("incomplete"), result::errors);
    }

    @Test
    void buildsTheJarOfACheckoutOnceAndAgainWhenASourceIsNewer() throws Exception {
        Path checkout = checkout();
        script(
                folder.resolve("bin/mvn"),
                "echo \"$PWD $*\" >>'" + folder.resolve("builds") + "'",
                "mkdir -p target && echo jar >target/gf.jar");
        ChildProcess gf = of(checkout).with("JAVA_HOME", jvm("a", "25").toString());
        CommandResult first = gf.run();
        assertTrue(first.output().contains("target/gf.jar]"), first::toString);
        assertTrue(first.errors().contains("building"), first::toString);
        assertEquals("", gf.run().errors());
        assertEquals(1, Files.readAllLines(folder.resolve("builds")).size());
        String build = Files.readString(folder.resolve("builds"));
        assertTrue(build.startsWith(checkout.toRealPath() + " "), build);
        assertTrue(build.contains("-Dmaven.test.skip=true -Dtest-tools.skip=true package"), build);

        Files.setLastModifiedTime(
                checkout.resolve("src/main/java/A.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        assertTrue(gf.run().errors().contains("building"));
        assertFalse(Files.exists(checkout.resolve("target/gf.lock"), java.nio.file.LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void aSourceSavedWhileMavenRanCountsAsNewer() throws Exception {
        Path checkout = checkout();
        script(
                folder.resolve("bin/mvn"),
                "touch -d '+1 minute' src/main/java/A.java 2>/dev/null || touch src/main/java/A.java",
                "mkdir -p target && echo jar >target/gf.jar");
        ChildProcess gf = of(checkout).with("JAVA_HOME", jvm("a", "25").toString());
        assertTrue(gf.run().errors().contains("building"));
        assertTrue(gf.run().errors().contains("building"));
    }

    @Test
    void aFailedBuildShowsItsLogAndEndsWith70() throws Exception {
        Path checkout = checkout();
        script(folder.resolve("bin/mvn"), "echo 'cannot find symbol'", "exit 1");
        CommandResult result =
                of(checkout).with("JAVA_HOME", jvm("a", "25").toString()).run();
        assertEquals(70, result.exitCode());
        assertEquals("", result.output());
        assertTrue(result.errors().contains("cannot find symbol"), result::errors);
    }

    @Test
    void takesOverTheLockOfABuildThatDied() throws Exception {
        Path checkout = checkout();
        Files.createDirectories(checkout.resolve("target"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createSymbolicLink(checkout.resolve("target/gf.lock"), Path.of(Long.toString(dead.pid())));
        script(folder.resolve("bin/mvn"), "mkdir -p target && echo jar >target/gf.jar");
        assertEquals(
                0,
                of(checkout).with("JAVA_HOME", jvm("a", "25").toString()).run().exitCode());
    }

    @Test
    void runsJbangWhereThereIsNoMaven() throws Exception {
        Path checkout = checkout();
        script(folder.resolve("bin/jbang"), "echo \"jbang $* with $JAVA_HOME\"");
        Path java = jvm("a", "25");
        CommandResult result =
                of(checkout, "lint", ".").with("JAVA_HOME", java.toString()).run();
        assertEquals(
                "jbang " + checkout.toRealPath().resolve("actions/gf.java") + " lint . with " + java + "\n",
                result.output());
        assertTrue(result.errors().contains("no Maven"), result::errors);
    }

    @Test
    void saysWhatIsMissingWithoutMavenAndJbang() throws Exception {
        CommandResult result =
                of(checkout()).with("JAVA_HOME", jvm("a", "25").toString()).run();
        assertEquals(2, result.exitCode());
        assertTrue(result.errors().contains("neither mvn"), result::errors);
    }

    @Test
    void anActionOnABranchAsksForAReleaseTag() throws Exception {
        Path checkout = checkout();
        script(folder.resolve("bin/mvn"), "mkdir -p target && echo jar >target/gf.jar");
        Files.createDirectories(checkout.resolve("linters/gf-lint"));
        ChildProcess gf = of(checkout)
                .with("JAVA_HOME", jvm("a", "25").toString())
                .with("GITHUB_ACTION_PATH", checkout.resolve("linters/gf-lint").toString());
        Path outputs = folder.resolve("outputs");
        CommandResult refused = gf.with("GITHUB_OUTPUT", outputs.toString()).run();
        assertEquals(2, refused.exitCode());
        assertTrue(refused.errors().contains("use a release tag"), refused::errors);
        assertTrue(refused.errors().contains("::error::"), refused::errors);
        assertEquals("verdict=INVALID\nexit-code=2\nreport-dir=\nfailure-reason=branch\n", Files.readString(outputs));
        assertEquals(0, gf.with("GF_BUILD", "true").run().exitCode());
        assertEquals(
                0,
                gf.with("GF_BUILD", "false")
                        .with("GITHUB_ACTION_PATH", "/elsewhere")
                        .run()
                        .exitCode());
    }

    @Test
    void warmMakesACacheOnceThatLaterStartsUse() throws Exception {
        writeSums("lib/gf.jar");
        Path java = jvm("a", "25.0.1");
        script(
                java.resolve("bin/java"),
                "for argument; do case $argument in -XX:AOTCacheOutput=*) echo cache >\"${argument#*=}\" ;; esac; done",
                "echo \"noise $*\"");
        ChildProcess gf = gf("--warm").with("JAVA_HOME", java.toString());
        CommandResult first = gf.run();
        assertEquals(0, first.exitCode(), first::toString);
        assertEquals("", first.output());
        assertTrue(first.errors().contains("made the start-up cache"), first::errors);
        CommandResult second = gf.run();
        assertEquals(0, second.exitCode(), second::toString);
        assertTrue(second.errors().contains("is there already"), second::errors);
        assertTrue(gf("lint").with("JAVA_HOME", java.toString()).run().output().contains("-XX:AOTCache="));
        CommandResult off = gf("lint")
                .with("JAVA_HOME", java.toString())
                .with("GF_AOT", "off")
                .run();
        assertFalse(off.output().contains("AOTCache"), off::output);
    }

    @Test
    void bakingACheckoutOrIntoWhatIsThereIsRefused() throws Exception {
        Path java = jvm("a", "25.0.1");
        script(folder.resolve("bin/mvn"), "mkdir -p target && echo jar >target/gf.jar");
        CommandResult checkout = of(checkout(), "--bake", folder.resolve("into").toString())
                .with("JAVA_HOME", java.toString())
                .run();
        assertEquals(2, checkout.exitCode(), checkout::toString);
        assertTrue(checkout.errors().contains("clone a tag"), checkout::errors);
        writeSums("lib/gf.jar");
        for (String into : new String[] {folder.toString(), ""}) {
            CommandResult result =
                    gf("--bake", into).with("JAVA_HOME", java.toString()).run();
            assertEquals(2, result.exitCode(), result::toString);
            assertEquals("", result.output());
        }
    }

    @Test
    void verifyNamesEveryFileThatIsNotAsReleased() throws Exception {
        Files.writeString(release.resolve("README.md"), "text\n");
        writeSums("gf", "README.md", "lib/gf.jar");
        CommandResult intact = gf("--verify").run();
        assertEquals(0, intact.exitCode(), intact::toString);
        assertEquals("gf: 3 files are as released\n", intact.output());

        Files.writeString(release.resolve("lib/gf.jar"), "something else");
        Files.delete(release.resolve("README.md"));
        Files.writeString(release.resolve("lib/extra.jar"), "more");
        CommandResult changed = gf("--verify").run();
        assertEquals(1, changed.exitCode());
        assertTrue(changed.errors().contains("changed: lib/gf.jar"), changed::errors);
        assertTrue(changed.errors().contains("missing: README.md"), changed::errors);
        assertTrue(changed.errors().contains("not of this release: lib/extra.jar"), changed::errors);
    }

    @Test
    void verifyRefusesACheckoutAndAnEmptyList() throws Exception {
        assertEquals(2, of(checkout(), "--verify").run().exitCode());
        Files.writeString(release.resolve("lib/SHA256SUMS"), "");
        assertEquals(2, gf("--verify").run().exitCode());
    }

    private ChildProcess gf(String... arguments) throws IOException {
        return of(release, arguments);
    }

    private ChildProcess of(Path root, String... arguments) throws IOException {
        return ChildProcess.of(Stream.concat(Stream.of(root.resolve("gf").toString()), Stream.of(arguments))
                        .toList())
                .in(folder)
                .with("PATH", folder.resolve("bin") + ":" + systemPath())
                .with("GF_JVM_FOLDERS", "")
                .with("HOME", folder.resolve("home").toString());
    }

    /** The commands a launcher needs, and no java, mvn or jbang. */
    private String systemPath() throws IOException {
        Path commands = Path.of("target/launcher-commands").toAbsolutePath();
        if (!Files.exists(commands)) {
            Files.createDirectories(commands);
            for (String name : new String[] {
                "bash",
                "env",
                "readlink",
                "find",
                "mkdir",
                "ln",
                "rm",
                "mv",
                "touch",
                "tail",
                "sleep",
                "sha256sum",
                "shasum",
                "echo"
            }) {
                for (String place : new String[] {"/usr/bin", "/bin"}) {
                    Path command = Path.of(place, name);
                    if (Files.isExecutable(command) && !Files.exists(commands.resolve(name))) {
                        Files.createSymbolicLink(commands.resolve(name), command);
                    }
                }
            }
        }
        return commands.toString();
    }

    private Path checkout() throws IOException {
        Path checkout = folder.resolve("checkout");
        Files.createDirectories(checkout.resolve("src/main/java"));
        Files.createDirectories(checkout.resolve("config"));
        Files.writeString(checkout.resolve("src/main/java/A.java"), "class A {}\n");
        Files.writeString(checkout.resolve("pom.xml"), "<project/>\n");
        Files.copy(Path.of("gf"), checkout.resolve("gf"));
        assertTrue(checkout.resolve("gf").toFile().setExecutable(true));
        return checkout;
    }

    private Path jvm(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\nOS_ARCH=\"x86_64\"\n");
        script(
                home.resolve("bin/java"),
                "printf '[" + name + "]'",
                "for argument; do printf ' [%s]' \"$argument\"; done",
                "echo");
        return home;
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void writeSums(String... names) throws Exception {
        StringBuilder sums = new StringBuilder();
        for (String name : names) {
            sums.append(java.util.HexFormat.of()
                            .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(Files.readAllBytes(release.resolve(name)))))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        Files.writeString(release.resolve("lib/SHA256SUMS"), sums);
    }

    private static String chosen(ChildProcess gf) throws IOException, InterruptedException {
        CommandResult result = gf.run();
        int end = result.output().indexOf(']');
        assertTrue(end > 0, result::toString);
        return result.output().substring(1, end);
    }
}
