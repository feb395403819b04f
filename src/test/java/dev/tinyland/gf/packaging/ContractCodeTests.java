package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import java.io.File;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The built-in contract as code, which the build puts in the place of reading its file. */
class ContractCodeTests {
    private static final String ENTRY = "dev/tinyland/gf/contract/BuiltInContract.class";

    /** A contract of its own. */
    private static final String PROGRAM = """
        package dev.tinyland.gf.contract;

        import java.util.*;
        import java.util.stream.*;

        class Shown {
            public static void main(String[] arguments) { System.out.println(BuiltInContract.get()); }
        }
        enum Colour { RED, GREEN { @Override public String toString() { return "green"; } } }
        record Inner(Optional<Integer> number, Optional<Colour> colour) {}
        %s
        public final class ContractLoader {
            public ContractLoader() {}
            public Contract builtIn() { return new Contract(%s); }
            %s
        }
        """;

    private static final String REPLACED = """
        package dev.tinyland.gf.contract;

        public final class BuiltInContract {
            public static Contract get() { throw new IllegalStateException("not replaced"); }
        }
        """;

    @TempDir
    private static Path jars = Path.of("");

    private static Path step = Path.of("");

    private static Path packaged = Path.of("");

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeTheJar() throws Exception {
        step = PackagedJar.compiledStep(jars);
        packaged = ofThisProgram();
    }

    @Test
    void theCodeMakesTheContractThatTheFileHolds() throws Exception {
        Contract read = new ContractLoader().builtIn();
        Object made = new Replaced(PackagedJar.entry(packaged, ENTRY))
                .type()
                .getMethod("get")
                .invoke(null);
        assertEquals(read, made);
        assertEquals(read.toString(), made.toString(), "maps keep the order of the file");
    }

    @Test
    void theCodeNeedsNothingButTheRecordsAndWhatHoldsThem() throws Exception {
        byte[] code = PackagedJar.entry(packaged, ENTRY);
        List<String> strange = StreamSupport.stream(
                        ClassFile.of().parse(code).constantPool().spliterator(), false)
                .filter(ClassEntry.class::isInstance)
                .map(entry -> ((ClassEntry) entry).asInternalName())
                .filter(name -> !name.matches("java/lang/(Object|Boolean|Integer|Long)"))
                .filter(name -> !name.matches("java/util/(LinkedHashMap|List|Map|Optional)"))
                .filter(name -> !name.matches("dev/tinyland/gf/contract/(?!.*(Loader|Reader)$).*"))
                .toList();
        assertEquals(List.of(), strange);
    }

    @Test
    void aRunThatMeetsNoYamlLoadsNoReaderOfIt() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        Files.writeString(repository.resolve("build.sh"), "#!/bin/sh\nattic push main ./result\n");
        Path loaded = folder.resolve("loaded.txt");
        CommandResult result = ChildProcess.of(List.of(
                        PackagedJar.JAVA,
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        packaged.toString(),
                        "dev.tinyland.gf.Gf",
                        "lint",
                        "--no-config",
                        "."))
                .in(repository)
                .run();
        assertTrue(result.output().contains("1 file judged"), result::toString);
        List<String> classes = Files.readAllLines(loaded).stream()
                .map(line -> line.replaceFirst("^(\\[[^]]*])+ *", "").replaceFirst(" .*", ""))
                .toList();
        assertTrue(classes.contains("dev.tinyland.gf.contract.BuiltInContract"), "the log tells what was loaded");
        assertEquals(
                List.of(),
                classes.stream()
                        .filter(name -> name.startsWith("org.yaml.")
                                || name.equals("dev.tinyland.gf.yaml.YamlParser")
                                || name.equals("dev.tinyland.gf.contract.ContractLoader")
                                || name.equals("dev.tinyland.gf.contract.RecordReader"))
                        .toList());
    }

    @Test
    void twoRunsGiveTheSameBytes() throws Exception {
        assertArrayEquals(Files.readAllBytes(packaged), Files.readAllBytes(ofThisProgram()));
    }

    @Test
    void everyShapeOfValueIsMadeAgain() throws Exception {
        Path jar = folder.resolve("sample.jar");
        PackagedJar.compile(folder, jar, REPLACED, PROGRAM.formatted("""
            record Contract(
                int least, int most, long large, boolean yes, Integer boxed, Optional<Long> optional, String text,
                Colour colour, Inner inner, List<String> none, List<Integer> ten, List<Integer> eleven,
                List<List<Inner>> lists, Map<String, Map<String, List<Colour>>> maps, List<Inner> thousands) {}
            """, """
            Integer.MIN_VALUE, Integer.MAX_VALUE, Long.MIN_VALUE, true, 300, Optional.of(7L), "a\\0\\uD83D\\n\\u00e9",
            Colour.GREEN, new Inner(Optional.empty(), Optional.of(Colour.RED)), List.of(),
            IntStream.range(0, 10).boxed().toList(), IntStream.range(0, 11).boxed().toList(),
            List.of(List.of(new Inner(Optional.of(1), Optional.empty())), List.of()), maps(),
            IntStream.range(0, 4000).mapToObj(i -> new Inner(Optional.of(i), Optional.empty())).toList()
            """, """
            static Map<String, Map<String, List<Colour>>> maps() {
                Map<String, Map<String, List<Colour>>> maps = new LinkedHashMap<>();
                for (String name : "zeta alpha mu beta".split(" ")) { maps.put(name, Map.of(name, List.of(Colour.GREEN))); }
                return maps;
            }
            """));
        CommandResult done = PackagedJar.modernizeBy(step, jar);
        assertEquals(0, done.exitCode(), done::toString);
        assertTrue(done.output().contains("the contract's 4003 records made code"), done::toString);
        CommandResult shown = ChildProcess.of(
                        List.of(PackagedJar.JAVA, "-cp", jar.toString(), "dev.tinyland.gf.contract.Shown"))
                .run();
        assertEquals(0, shown.exitCode(), shown::toString);
        assertTrue(
                shown.output().startsWith("Contract[least=-2147483648, most=2147483647, large=-9223372036854775808"),
                shown::toString);
        assertTrue(
                shown.output().contains("maps={zeta={zeta=[green]}, alpha={alpha=[green]}, mu={mu=[green]}, beta="),
                shown::toString);
        assertTrue(shown.output().contains("Inner[number=Optional[3999]"), shown::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record Contract(Set<String> names) {} | Set.of(\"a\") | Contract.names: a"
                        + " java.util.ImmutableCollections$Set12 cannot be made by code",
                "record Contract(List<Double> shares) {} | List.of(0.5) | Contract.shares[0]: a java.lang.Double"
                        + " cannot",
                "record Contract(Map<String, String> words) {} | new HashMap<>() {{ put(\"k\", null); }} |"
                        + " Contract.words.k: null cannot",
                "record Contract(String text) {} | \"x\".repeat(21846) | Contract.text: a text of 21846 characters"
                        + " cannot",
                "record Contract(Record hidden) {} class Holder { private record Hidden() {} static Hidden"
                        + " hidden() { return new Hidden(); } } | Holder.hidden() | Contract.hidden: a"
                        + " dev.tinyland.gf.contract.Holder$Hidden, which nothing else may name, cannot",
                "record Contract(int number) { Contract { number++; } } | 1 | the code makes another contract than the"
                        + " file",
            })
    void whatCodeCannotMakeStopsTheBuildAndSaysWhere(String records, String arguments, String message)
            throws Exception {
        Path jar = folder.resolve("sample.jar");
        PackagedJar.compile(folder, jar, REPLACED, PROGRAM.formatted(records, arguments, ""));
        byte[] before = Files.readAllBytes(jar);
        CommandResult done = PackagedJar.modernizeBy(step, jar);
        assertEquals(1, done.exitCode(), done::toString);
        assertTrue(done.errors().contains(message), done::toString);
        assertArrayEquals(before, Files.readAllBytes(jar), "a jar that is half done must not be taken for a whole one");
    }

    /** The rooms that read the contract, with the rest of the class path behind them. */
    private static Path ofThisProgram() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(each -> Path.of(each).toUri().toString())
                                .collect(Collectors.joining(" ")));
        Path jar = Files.createTempFile(jars, "contract", ".jar");
        Path classes = PackagedJar.origin(ContractLoader.class);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream to = new JarOutputStream(file, manifest);
                FileSystem reader = FileSystems.newFileSystem(PackagedJar.origin(Yaml.class))) {
            for (String room : List.of("text", "yaml", "contract")) {
                PackagedJar.addAll(to, classes.resolve("dev/tinyland/gf").resolve(room), classes);
            }
            PackagedJar.addAll(to, reader.getPath("/org"), reader.getPath("/"));
        }
        CommandResult done = PackagedJar.modernizeBy(step, jar);
        assertEquals(0, done.exitCode(), done::toString);
        return jar;
    }

    /** Has the replaced class of the jar, the records from the tests' own class path. */
    private static final class Replaced extends ClassLoader {
        private final byte[] bytes;

        Replaced(byte[] bytes) {
            super(ContractCodeTests.class.getClassLoader());
            this.bytes = bytes;
        }

        Class<?> type() {
            return defineClass("dev.tinyland.gf.contract.BuiltInContract", bytes, 0, bytes.length);
        }
    }
}
