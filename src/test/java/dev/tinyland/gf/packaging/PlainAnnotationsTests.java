package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.Gf;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** picocli's annotations that the build makes data of the jar: a program says the same before and after. */
class PlainAnnotationsTests {
    /** Every kind of annotated member and of attribute, what plain code may set and what only reflection may. */
    private static final String PROGRAM = """
        package dev.tinyland.gf.sample;

        import java.time.Duration;
        import java.util.*;
        import picocli.CommandLine;
        import picocli.CommandLine.*;
        import picocli.CommandLine.Model.CommandSpec;

        class Parent {
            @Option(names = "--above", defaultValue = "high") protected String above;
            @Spec CommandSpec spec;
        }

        @Command(name = "sample", mixinStandardHelpOptions = true, version = {"1", "2"}, exitCodeOnInvalidInput = 9,
            subcommands = {Sample.Child.class, Sample.Methods.class, HelpCommand.class}, sortOptions = false,
            description = "A sample with %n two lines.", separator = ":", addMethodSubcommands = true)
        public class Sample extends Parent implements Runnable {
            enum Colour { RED, GREEN }
            static class Upper implements ITypeConverter<String> {
                @Override public String convert(String value) { return value.toUpperCase(Locale.ROOT); }
            }
            static class Words implements Iterable<String> {
                @Override public Iterator<String> iterator() { return List.of("one", "two").iterator(); }
            }
            static final class Mixed {
                @Option(names = {"-m", "--mixed"}, negatable = true) private boolean mixed;
                @Option(names = "--class", hidden = true) private Class<?> type;
            }
            static final class Group {
                @Option(names = "--left", required = true) private int left;
                @Option(names = "--right", required = true) private Long right;
            }
            @Command(name = "child", hidden = true, description = "hidden")
            static final class Child implements Runnable {
                @ParentCommand private Sample parent;
                @Unmatched private List<String> rest;
                @Spec(Spec.Target.SELF) private CommandSpec spec;
                @Override public void run() { System.out.println("child of " + parent.above + rest + spec.name()); }
            }
            @Command(name = "methods")
            static final class Methods implements Runnable {
                private String word = "none";
                @Option(names = "--word") void setWord(String word) { this.word = "set " + word; }
                @Command(name = "inner", description = "a method") int inner(@Option(names = "-x") int x,
                    @Parameters(index = "0") String text) { System.out.println(text + x); return 3; }
                @Override public void run() { System.out.println(word); }
            }
            @Option(names = "--byte") private byte b;
            @Option(names = "--short") private short s;
            @Option(names = "--char") private char c;
            @Option(names = "--int", description = "a number ${DEFAULT-VALUE}", defaultValue = "5") private int i;
            @Option(names = "--long") private long l;
            @Option(names = "--float") private float f;
            @Option(names = "--double") private double d;
            @Option(names = "--flag", fallbackValue = "true", arity = "0..1") private Boolean flag;
            @Option(names = "--colour", description = "${COMPLETION-CANDIDATES}") private Colour colour = Colour.RED;
            @Option(names = "--upper", converter = Upper.class, completionCandidates = Words.class,
                description = "${COMPLETION-CANDIDATES}") private String upper;
            @Option(names = "--many", split = ",") private List<Integer> many = new ArrayList<>();
            @Option(names = "--map", mapFallbackValue = "x") private Map<String, Colour> map;
            @Option(names = "--array") private int[] array = {};
            @Option(names = "--for") private Duration duration;
            @Option(names = "--optional") private Optional<String> optional;
            @Option(names = "--final") private final List<String> unchangeable = new ArrayList<>();
            @Option(names = "--static") private static String shared = "shared";
            @Option(names = "--volatile") private volatile String quick;
            @Mixin private Mixed mixed;
            @ArgGroup(exclusive = false, multiplicity = "0..2", heading = "group%n") private List<Group> groups;
            @Parameters(index = "0", arity = "0..1", paramLabel = "FIRST") private String first;
            @Parameters(index = "1..*") private String[] others = {};
            private String plain = "plain";

            @Override public void run() {
                System.out.println(b + " " + s + " " + (int) c + " " + i + " " + l + " " + f + " " + d + " " + flag
                    + colour + upper + many + map + Arrays.toString(array) + duration + optional + unchangeable + shared
                    + quick + mixed.mixed + mixed.type + first + Arrays.toString(others) + above + plain
                    + spec.qualifiedName());
                if (groups != null) {
                    groups.forEach(each -> System.out.println(each.left + "/" + each.right));
                }
            }

            @Command(name = "own", description = "a method of the class itself") void own() {}

            public static void main(String[] arguments) {
                CommandLine line = new CommandLine(new Sample());
                line.setErr(new java.io.PrintWriter(System.out, true));
                for (String words : new String[] {
                    "", "--help", "--version", "help child", "methods --help", "methods --word w", "methods inner -x 3 text",
                    "child a b --c", "own", "--byte:1 --short:2 --char:3 --long:5 --float:6 --double:7.5 --int:8",
                    "--flag", "--flag:false", "--colour:GREEN --upper:abc --many:1,2 --map:a:RED --map:b:GREEN",
                    "--array:1 --array:2 --for:PT3S --optional:o --final:f --static:s --volatile:v -m first 2 3",
                    "--no-mixed --class:java.lang.String --left:1 --right:2 --left:3 --right:4", "--left:1",
                    "--int:many", "--byte:300", "--colour:BLUE", "--for:never", "--strange", "--above:a"
                }) {
                    System.out.println("> " + words);
                    System.out.println(line.execute(words.isEmpty() ? new String[0] : words.split(" ")));
                }
            }
        }
        """;

    @TempDir
    private Path folder;

    @Test
    void aProgramSaysTheSameBeforeAndAfter() throws Exception {
        Path jar = folder.resolve("sample.jar");
        PackagedJar.of(jar, PackagedJar.compile(folder, PROGRAM), PackagedJar.origin(CommandLine.class));
        CommandResult before = run(jar, "dev.tinyland.gf.sample.Sample");
        byte[] untouched = Files.readAllBytes(jar);
        String summary = modernize(jar);
        byte[] first = Files.readAllBytes(jar);
        CommandResult after = run(jar, "dev.tinyland.gf.sample.Sample");
        assertEquals(before.output(), after.output());
        assertTrue(before.output().contains("child of high[a, b, --c]child"), before::output);
        assertTrue(summary.contains(" annotations made plain"), summary);

        Files.write(jar, untouched);
        modernize(jar);
        assertArrayEquals(first, Files.readAllBytes(jar), "two runs give the same bytes");
    }

    @Test
    void everyAnnotationOfTheProgramAndEveryHelpTextIsTheOneOfBefore() throws Exception {
        Path jar = folder.resolve("program.jar");
        PackagedJar.of(jar, PackagedJar.origin(Gf.class), PackagedJar.origin(CommandLine.class));
        String before = run(jar, HelpTexts.class.getName()).output();
        assertTrue(before.contains("--fail-on"), before);
        modernize(jar);
        assertEquals(before, run(jar, HelpTexts.class.getName()).output());
        CommandResult compared = run(jar, AnnotationComparison.class.getName(), jar.toString());
        assertTrue(compared.output().startsWith("OK "), compared::toString);
        int count = Integer.parseInt(compared.output().strip().substring("OK ".length()));
        assertTrue(count > 180, "annotations compared: " + count);
    }

    private static String modernize(Path jar) throws Exception {
        CommandResult result = PackagedJar.modernize(jar, System.getProperty("java.class.path"));
        assertEquals(0, result.exitCode(), result::toString);
        return result.output();
    }

    /** The jar goes before the class path of the tests. */
    private CommandResult run(Path jar, String main, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                PackagedJar.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jar + File.pathSeparator + System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        CommandResult result = ChildProcess.of(command).in(folder).run();
        assertEquals(0, result.exitCode(), result::toString);
        return result;
    }
}
