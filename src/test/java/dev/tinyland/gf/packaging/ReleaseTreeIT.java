package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The release tree: what it holds, that it is the same bytes wherever it is made, and when it is refused. */
@ExtendWith(ReleaseTreeExtension.class)
class ReleaseTreeIT {
    private final ReleaseTree tree;

    @TempDir
    private Path folder;

    ReleaseTreeIT(ReleaseTree tree) {
        this.tree = tree;
    }

    @Test
    void holdsWhatUsersNeedAndNothingOfTheCheckout() throws IOException {
        for (String name : new String[] {
            "gf",
            ".pre-commit-hooks.yaml",
            "gf-lint/action.yml",
            "gf-lint/README.md",
            "lib/gf.jar",
            "lib/SHA256SUMS",
            "lib/gf.cdx.json",
            "SOURCE",
            "LICENSE",
            "README.md",
            "CHANGELOG.md",
            "jbang-catalog.json",
            "licenses/README.md"
        }) {
            assertTrue(Files.isRegularFile(tree.folder().resolve(name)), name);
        }
        assertTrue(Files.isExecutable(tree.folder().resolve("gf")));
        for (String name : new String[] {"pom.xml", "src", "actions", "linters", "scripts", "test-tools", ".github"}) {
            assertFalse(Files.exists(tree.folder().resolve(name)), name);
        }
        assertEquals(
                Files.readString(Path.of("linters/gf-lint/action.yml")),
                Files.readString(tree.folder().resolve("gf-lint/action.yml")));
    }

    @Test
    void everyActionIsInTheTree() throws IOException {
        for (ActionDescription action : ActionDescription.all()) {
            String name = action.folder().getFileName().toString();
            assertEquals(
                    action.text(), Files.readString(tree.folder().resolve(name).resolve("action.yml")));
        }
    }

    @Test
    void theJarTellsItsVersionAndNotTheJavaThatBuiltIt() throws IOException {
        try (JarFile jar = new JarFile(tree.folder().resolve("lib/gf.jar").toFile())) {
            Set<String> keys = new TreeSet<>();
            jar.getManifest().getMainAttributes().keySet().forEach(key -> keys.add(key.toString()));
            assertEquals("1.0.0", jar.getManifest().getMainAttributes().getValue("Implementation-Version"));
            assertFalse(keys.contains("Created-By"), keys::toString);
            assertFalse(keys.contains("Build-Jdk"), keys::toString);
            assertTrue(jar.stream()
                    .noneMatch(entry -> entry.getName().endsWith("module-info.class")
                            || entry.getName().matches("META-INF/[^/]*\\.(SF|RSA|DSA)")));
        }
    }

    /** The JVM leaves classes older than Java 6 out of every start-up cache and checks them with its old verifier. */
    @Test
    void noClassOfTheJarIsTooOldForAStartUpCache() throws IOException {
        try (JarFile jar = new JarFile(tree.folder().resolve("lib/gf.jar").toFile())) {
            List<String> old = new ArrayList<>();
            int classes = 0;
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().endsWith(".class")) {
                    classes++;
                    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
                        in.skipNBytes(6);
                        if (in.readUnsignedShort() < 50) {
                            old.add(entry.getName());
                        }
                    }
                }
            }
            assertTrue(classes > 1000, "classes: " + classes);
            assertEquals(List.of(), old);
        }
    }

    /** Much of what encrypts is left out of the jar; whatever is reached from what is used must be in it. */
    @Test
    void nothingThatEncryptingReachesIsLeftOutOfTheJar() throws IOException {
        try (JarFile jar = new JarFile(tree.folder().resolve("lib/gf.jar").toFile())) {
            Deque<String> waiting = new ArrayDeque<>(List.of(
                    "dev/tinyland/gf/state/custody/RecipientReader",
                    "dev/tinyland/gf/state/custody/AgeRecipients",
                    "dev/tinyland/gf/state/custody/OpenPgpRecipients"));
            Set<String> reached = new TreeSet<>(waiting);
            List<String> missing = new ArrayList<>();
            while (!waiting.isEmpty()) {
                String name = waiting.remove();
                JarEntry entry = jar.getJarEntry(name + ".class");
                if (entry == null) {
                    missing.add(name);
                    continue;
                }
                byte[] bytes;
                try (InputStream in = jar.getInputStream(entry)) {
                    bytes = in.readAllBytes();
                }
                for (PoolEntry constant : ClassFile.of().parse(bytes).constantPool()) {
                    if (constant instanceof ClassEntry referred) {
                        String other = referred.asInternalName().replaceAll("^\\[+L|;$", "");
                        if (other.matches("(org/bouncycastle|com/exceptionfactory)/.*") && reached.add(other)) {
                            waiting.add(other);
                        }
                    }
                }
            }
            assertEquals(List.of(), missing);
            assertTrue(reached.size() > 500, "classes reached: " + reached.size());
            assertNull(jar.getEntry("META-INF/services/java.security.Provider"), "no provider is offered to anybody");
        }
    }

    /** The build rewrites them: see docs/decisions/start-up-time.md. What it writes must be right even where no test goes. */
    @Test
    void theProgramsOwnClassesAreVerifiedAndHardlyOneOfTheirCallsIsLeftToTheStart() throws IOException {
        Set<String> linked = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        int lambdas = 0;
        int annotated = 0;
        Path file = tree.folder().resolve("lib/gf.jar");
        // What the build adds is nowhere else.
        try (JarFile jar = new JarFile(file.toFile());
                URLClassLoader all = new URLClassLoader(new URL[] {file.toUri().toURL()})) {
            ClassFile reading = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(all).orElse(ClassHierarchyResolver.defaultResolver())));
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.getName().matches("(dev/tinyland/gf|picocli)/.*\\.class")) {
                    continue;
                }
                lambdas += entry.getName().contains("$$Lambda$") ? 1 : 0;
                annotated += entry.getName().endsWith("$$Annotations.class") ? 1 : 0;
                byte[] bytes = jar.getInputStream(entry).readAllBytes();
                reading.verify(bytes).forEach(error -> wrong.add(entry.getName() + ": " + error.getMessage()));
                reading.parse(bytes).methods().stream()
                        .flatMap(method -> method.code().stream())
                        .flatMap(code -> code.elementStream())
                        .filter(InvokeDynamicInstruction.class::isInstance)
                        .map(InvokeDynamicInstruction.class::cast)
                        .filter(call -> !call.bootstrapMethod().methodName().equals("bootstrap"))
                        .forEach(call -> linked.add(entry.getName() + " " + call.bootstrapMethod()));
            }
        }
        assertTrue(lambdas > 1000, "lambdas: " + lambdas);
        assertTrue(annotated > 25, "classes with annotations as data: " + annotated);
        assertEquals(List.of(), wrong);
        assertTrue(linked.size() < 20, linked::toString);
    }

    /** Unpacking is a tenth of a start without a cache; nothing else of the jar is loaded by most starts. */
    @Test
    void whatEveryStartLoadsIsNotCompressed() throws IOException {
        try (JarFile jar = new JarFile(tree.folder().resolve("lib/gf.jar").toFile())) {
            List<JarEntry> loaded = Collections.list(jar.entries()).stream()
                    .filter(entry -> entry.getName().matches("(dev/tinyland/gf|picocli)/.*\\.class"))
                    .toList();
            assertTrue(loaded.size() > 3000, "classes: " + loaded.size());
            assertEquals(
                    List.of(),
                    loaded.stream()
                            .filter(entry -> entry.getMethod() != JarEntry.STORED)
                            .toList());
        }
    }

    /** A start reads no file for it: see docs/decisions/start-up-time.md. */
    @Test
    void theJarHoldsTheContractOfItsFileAsCode() throws Exception {
        Path jar = tree.folder().resolve("lib/gf.jar");
        try (URLClassLoader program =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> loader = program.loadClass("dev.tinyland.gf.contract.ContractLoader");
            Object read =
                    loader.getMethod("builtIn").invoke(loader.getConstructor().newInstance());
            Object made = program.loadClass("dev.tinyland.gf.contract.BuiltInContract")
                    .getMethod("get")
                    .invoke(null);
            assertEquals(read, made);
            assertEquals(new ContractLoader().builtIn().toString(), made.toString());
        }
        byte[] code = PackagedJar.entry(jar, "dev/tinyland/gf/contract/BuiltInContract.class");
        for (PoolEntry constant : ClassFile.of().parse(code).constantPool()) {
            if (constant instanceof ClassEntry referred) {
                assertFalse(referred.asInternalName().endsWith("ContractLoader"), "the file is read");
            }
        }
    }

    /** What is under a licence that asks for its text brings one, its own or ours; the table names every component. */
    @Test
    void everyBundledComponentHasItsLicence() throws IOException {
        JsonNode bill = new ObjectMapper()
                .readTree(tree.folder().resolve("lib/gf.cdx.json").toFile());
        String table = Files.readString(tree.folder().resolve("licenses/README.md"));
        assertTrue(bill.path("components").size() > 20, bill::toString);
        for (JsonNode component : bill.path("components")) {
            String name = component.path("name").asText() + "-"
                    + component.path("version").asText();
            assertTrue(table.contains("| " + name + " | "), name);
            if (!table.contains("| " + name + " | Apache-2.0 | `LICENSE` |")) {
                try (var texts = Files.list(tree.folder().resolve("licenses").resolve(name))) {
                    assertTrue(texts.findAny().isPresent(), name);
                }
            }
        }
    }

    @Test
    void theCatalogStartsTheJarWithAJavaThatCanRunIt() throws IOException {
        JsonNode aliases = new ObjectMapper()
                .readTree(tree.folder().resolve("jbang-catalog.json").toFile())
                .path("aliases");
        assertTrue(aliases.size() > 0);
        for (JsonNode alias : aliases) {
            assertEquals("lib/gf.jar", alias.path("script-ref").asText());
            assertEquals("25+", alias.path("java").asText());
        }
        assertEquals(
                "dev.tinyland.gf.GfLint", aliases.path("gf-lint").path("main").asText());
    }

    @Test
    void theProgramTellsTheVersionOfTheJar() throws Exception {
        CommandResult told = ChildProcess.of(tree.folder().resolve("gf").toString(), "--version")
                .inheriting("PATH")
                .run();
        assertEquals("gf-actions 1.0.0\n", told.output(), told::toString);
    }

    @Test
    void theLauncherVerifiesTheTree() throws Exception {
        CommandResult verified = ChildProcess.of(tree.folder().resolve("gf").toString(), "--verify")
                .inheriting("PATH")
                .run();
        assertEquals(0, verified.exitCode(), verified::toString);
    }

    /** The first tree was made by the Maven of the tests' environment, this one by a Maven that runs on Java 25. */
    @Test
    void theSameCommitGivesTheSameBytesOnAnotherJavaAndInAnotherPlace() throws Exception {
        Path checkout = Checkout.copyOfThis(Files.createDirectory(folder.resolve("another checkout")));
        Path other = folder.resolve("deep/er/tree");
        ReleaseTree again = ReleaseTree.of(
                other,
                ReleaseTree.command(checkout, other.toString())
                        .with("JAVA_HOME", System.getProperty("java.home"))
                        .with("TMPDIR", folder.toString())
                        .with("TZ", "Asia/Tokyo")
                        .with("LC_ALL", "C")
                        .run());
        assertEquals(tree.facts(), again.facts());
    }

    @Test
    void refusesWhatIsNotCommittedAndVersionsNobodyDescribed() throws Exception {
        Path checkout = Checkout.copyOfThis(Files.createDirectory(folder.resolve("checkout")));
        String into = folder.resolve("tree").toString();
        CommandResult undescribed =
                ReleaseTree.command(checkout, "--version", "9.8.7", into).run();
        assertEquals(2, undescribed.exitCode(), undescribed::toString);
        assertTrue(undescribed.errors().contains("CHANGELOG.md has no entry '## [9.8.7]'"), undescribed::errors);
        assertEquals(
                2, ReleaseTree.command(checkout, "--version", "1.0", into).run().exitCode());
        assertEquals(2, ReleaseTree.command(checkout, checkout.toString()).run().exitCode());
        Files.writeString(checkout.resolve("new.txt"), "not committed\n");
        CommandResult dirty = ReleaseTree.command(checkout, into).run();
        assertEquals(2, dirty.exitCode());
        assertTrue(dirty.errors().contains("new.txt"), dirty::errors);
        assertFalse(Files.exists(Path.of(into)));
    }

    @Test
    void publishesOnceAndMovesTheMajorTag() throws Exception {
        Path checkout = Checkout.copyOfThis(Files.createDirectory(folder.resolve("checkout")));
        Path remote = folder.resolve("remote.git");
        Checkout.git(folder, "init", "--quiet", "--bare", remote.toString());
        Checkout.git(checkout, "remote", "add", "origin", remote.toString());
        Checkout.git(checkout, "push", "--quiet", "origin", "main");
        String source = Checkout.git(checkout, "rev-parse", "HEAD").output().strip();
        String first = release(checkout, "1.0.0", source, "");

        assertEquals(4, publish(checkout, "1.0.1", first).exitCode());
        assertEquals(2, publish(checkout, "v1", first).exitCode());
        assertEquals(0, publish(checkout, "--dry-run", "1.0.0", first).exitCode());
        assertEquals("", Checkout.git(remote, "tag").output());
        CommandResult published = publish(checkout, "1.0.0", first);
        assertEquals(0, published.exitCode(), published::toString);
        assertEquals(
                first,
                Checkout.git(remote, "rev-parse", "v1", "v1.0.0")
                        .output()
                        .lines()
                        .distinct()
                        .toList()
                        .getFirst());
        CommandResult twice = publish(checkout, "1.0.0", first);
        assertEquals(4, twice.exitCode());
        assertTrue(twice.errors().contains("never moves"), twice::errors);

        String second = release(checkout, "1.1.0", source, first);
        assertEquals(0, publish(checkout, "1.1.0", second).exitCode());
        assertEquals(second, Checkout.git(remote, "rev-parse", "v1").output().strip());
        assertEquals(first, Checkout.git(remote, "rev-parse", "v1.0.0").output().strip());

        String elsewhere = release(checkout, "1.2.0", source, "");
        assertTrue(publish(checkout, "1.2.0", elsewhere).exitCode() != 0, "a release beside the line of releases");
        assertEquals(second, Checkout.git(remote, "rev-parse", "v1").output().strip());

        Files.writeString(checkout.resolve("new.txt"), "not on main of the remote\n");
        Checkout.commitAll(checkout);
        String unmerged = release(
                checkout,
                "1.3.0",
                Checkout.git(checkout, "rev-parse", "HEAD").output().strip(),
                second);
        CommandResult refused = publish(checkout, "1.3.0", unmerged);
        assertEquals(4, refused.exitCode());
        assertTrue(refused.errors().contains("not on main"), refused::errors);
    }

    /** A commit that looks like a release; building a real one would show nothing more here. */
    private String release(Path checkout, String version, String source, String parent) throws Exception {
        Path index = folder.resolve("index-" + version);
        Path content = folder.resolve("SOURCE-" + version);
        Files.writeString(content, "version: " + version + "\ncommit: " + source + "\n");
        String object = Checkout.git(checkout, "hash-object", "-w", content.toString())
                .output()
                .strip();
        CommandResult tree = ChildProcess.of(
                        "bash",
                        "-c",
                        "git update-index --add --cacheinfo 100644," + object + ",SOURCE && git write-tree")
                .in(checkout)
                .inheriting("PATH")
                .with("GIT_INDEX_FILE", index.toString())
                .run();
        return (parent.isEmpty()
                        ? Checkout.git(checkout, "commit-tree", tree.output().strip(), "-m", "release " + version)
                        : Checkout.git(
                                checkout,
                                "commit-tree",
                                tree.output().strip(),
                                "-p",
                                parent,
                                "-m",
                                "release " + version))
                .output()
                .strip();
    }

    private CommandResult publish(Path checkout, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = checkout.resolve("scripts/publish-release").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return ChildProcess.of(command)
                .in(checkout)
                .inheriting("PATH")
                .with("HOME", folder.toString())
                .run();
    }
}
