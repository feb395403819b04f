package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A jar of a test's own, which the build's step makes what it makes of the release's. */
final class PackagedJar {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Pattern PUBLIC_CLASS = Pattern.compile("public (?:final )?class (\\w+)");
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private PackagedJar() {}

    /**
     * Compiles sources and puts their classes into a jar.
     *
     * @param programs each with one public class
     */
    static void compile(Path folder, Path jar, String... programs) throws IOException {
        of(jar, compile(folder, programs));
    }

    /** Compiles sources; gives the folder of their classes. */
    static Path compile(Path folder, String... programs) throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-XDsuppressNotes",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
        for (String program : programs) {
            Matcher name = PUBLIC_CLASS.matcher(program);
            assertTrue(name.find(), program);
            arguments.add(Files.writeString(folder.resolve(name.group(1) + ".java"), program)
                    .toString());
        }
        javac(arguments);
        return classes;
    }

    private static void javac(List<String> arguments) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertNotNull(compiler);
        assertEquals(0, compiler.run(null, null, null, arguments.toArray(String[]::new)));
    }

    /** Where a class of the class path was found: a folder or a jar. */
    static Path origin(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /**
     * Puts folders of classes, and classes of other jars, into a jar.
     *
     * @param origins folders, whole, and jars, of which nothing is taken but classes outside of META-INF
     */
    static void of(Path jar, Path... origins) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream to = new JarOutputStream(file)) {
            for (Path origin : origins) {
                if (Files.isDirectory(origin)) {
                    addAll(to, origin, origin);
                } else {
                    try (FileSystem contents = FileSystems.newFileSystem(origin);
                            DirectoryStream<Path> top = Files.newDirectoryStream(contents.getPath("/"))) {
                        for (Path each : top) {
                            if (!each.endsWith("META-INF") && !each.endsWith("module-info.class")) {
                                addAll(to, each, contents.getPath("/"));
                            }
                        }
                    }
                }
            }
        }
    }

    /** Adds every file of a folder, in their order. */
    static void addAll(JarOutputStream to, Path folder, Path root) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path each : found.filter(Files::isRegularFile).sorted().toList()) {
                JarEntry entry = new JarEntry(root.relativize(each).toString());
                entry.setTimeLocal(TIME);
                to.putNextEntry(entry);
                to.write(Files.readAllBytes(each));
                to.closeEntry();
            }
        }
    }

    /** What the build does with the jar. */
    static CommandResult modernize(Path jar) throws IOException, InterruptedException {
        return modernize(jar, "");
    }

    /**
     * The same for a jar without all the libraries it needs.
     *
     * @param classPath where they are
     */
    static CommandResult modernize(Path jar, String classPath) throws IOException, InterruptedException {
        return ChildProcess.of(List.of(
                        JAVA,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        Path.of("packaging/ModernClasses.java").toAbsolutePath().toString(),
                        jar.toString()))
                .run();
    }

    /** Compiles the build's step for a test that takes it often: the build has Java compile it each time. */
    static Path compiledStep(Path folder) throws IOException {
        Path classes = Files.createDirectory(folder.resolve("step"));
        javac(List.of(
                "-nowarn",
                "-proc:none",
                "-sourcepath",
                "packaging",
                "-d",
                classes.toString(),
                "packaging/ModernClasses.java"));
        return classes;
    }

    /**
     * What the build does with the jar.
     *
     * @param step the classes of the build's step
     */
    static CommandResult modernizeBy(Path step, Path jar) throws IOException, InterruptedException {
        return ChildProcess.of(List.of(
                        JAVA, "-XX:TieredStopAtLevel=1", "-cp", step.toString(), "ModernClasses", jar.toString()))
                .run();
    }

    static byte[] entry(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry entry = file.getJarEntry(name);
            assertNotNull(entry, name);
            try (InputStream in = file.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }
    }
}
