package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lambdas and switches over types that the build makes plain: a program says the same before and after. */
class PlainCallsTests {
    /** Every shape: what is captured, how a body is called, what has to be converted, and what a switch decides. */
    private static final String PROGRAM = """
        package dev.tinyland.gf.sample;

        import java.io.Serializable;
        import java.util.*;
        import java.util.function.*;
        import java.util.stream.*;

        public class Sample {
            interface Maker { Object make(int size, String name); }
            interface Wide { long of(int value); }
            interface Shape { default Supplier<String> named() { return () -> "shape " + inner(); }
                private String inner() { return getClass().getSimpleName(); } }
            sealed interface Node permits Leaf, Fork, Empty {}
            record Leaf(int value) implements Node, Shape {}
            record Fork(Node left, Node right) implements Node {}
            enum Empty implements Node { EMPTY }
            enum Colour { RED, GREEN }

            private final String own;
            private int calls;
            Sample(String own) { this.own = own; }
            Sample(int size, String name) { this(name.repeat(size)); }
            private String mine(String text) { calls++; return own + text; }
            private static int twice(int value) { return 2 * value; }
            static String all(Object... values) { return Arrays.toString(values); }
            @Override public String toString() { return "Sample " + own; }

            static String kind(Object value) {
                return switch (value) {
                    case null -> "null";
                    case Leaf(int number) when number > 10 -> "large leaf";
                    case Leaf(int number) when number > 5 -> "leaf " + number;
                    case Leaf leaf -> "small leaf";
                    case Fork(Leaf(int left), Node right) when left == 1 -> "fork of one and " + kind(right);
                    case Fork fork -> "fork";
                    case Empty empty -> "empty";
                    case Integer number when number > 3 -> "number";
                    case String text -> text;
                    case int[] numbers -> "numbers " + numbers.length;
                    default -> "else";
                };
            }

            static String mixed(Object value) {
                return switch (value) {
                    case Colour.RED -> "red";
                    case Colour other -> "colour";
                    default -> "else";
                };
            }

            public static void main(String[] arguments) {
                byte b = 1; short s = 2; char c = 'c'; int i = 4; long l = 5; float f = 6; double d = 7; boolean z = true;
                int[] array = {1};
                String text = "t";
                Supplier<String> captured = () -> "" + b + s + c + i + l + f + d + z + array[0] + text;
                System.out.println(captured.get());
                System.out.println(Stream.of("b", "a").sorted(Comparator.reverseOrder()).map(String::toUpperCase).toList());
                System.out.println(IntStream.range(0, 4).map(Sample::twice).boxed().collect(Collectors.toList()));
                System.out.println(Stream.of(3, 1, 2).sorted(Integer::compare).mapToInt(Integer::intValue).sum());
                Maker maker = Sample::new;
                System.out.println(maker.make(2, "ab"));
                Function<Integer, int[]> arrays = int[]::new;
                System.out.println(arrays.apply(3).length);
                Function<Object, String> many = Sample::all;
                System.out.println(many.apply("x"));
                Wide wide = value -> value;
                System.out.println(wide.of(9));
                Wide widened = Sample::twice;
                System.out.println(widened.of(9));
                ToLongFunction<Integer> unboxed = Integer::intValue;
                System.out.println(unboxed.applyAsLong(8));
                Function<Integer, Object> boxing = Sample::twice;
                System.out.println(boxing.apply(21));
                Sample sample = new Sample("own ");
                UnaryOperator<String> bound = sample::mine;
                Consumer<String> dropped = sample::mine;
                dropped.accept("x");
                System.out.println(bound.apply("word") + sample.calls);
                ToDoubleFunction<List<Double>> wideResult = list -> list.get(0);
                System.out.println(wideResult.applyAsDouble(List.of(1.5)));
                Runnable serializable = (Runnable & Serializable) () -> System.out.println("serializable");
                serializable.run();
                System.out.println(serializable instanceof Serializable);
                System.out.println(new Leaf(1).named().get());
                Supplier<Supplier<String>> nested = () -> () -> text + i;
                System.out.println(nested.get().get());
                BiFunction<Long, Double, Object> two = (first, second) -> first + second;
                System.out.println(two.andThen(Object::toString).apply(l, d));
                Supplier<Runnable> once = () -> () -> {};
                System.out.println(once.get() == once.get());
                try {
                    ((Function<Object, Object>) (Function) (Function<String, Integer>) String::length).apply(1);
                } catch (ClassCastException cast) {
                    System.out.println("a cast fails");
                }
                for (Object value : new Object[] {
                    null, new Leaf(11), new Leaf(7), new Leaf(1), new Fork(new Leaf(1), Empty.EMPTY),
                    new Fork(new Leaf(2), Empty.EMPTY), Empty.EMPTY, 4, 3, "text", new int[2], 1.0
                }) {
                    System.out.println(kind(value));
                }
                for (Object value : new Object[] {"word", Colour.RED, Colour.GREEN, 1}) {
                    System.out.println(mixed(value));
                }
            }
        }
        """;

    @TempDir
    private Path folder;

    private Path jar = Path.of("");

    @BeforeEach
    void compile() throws IOException {
        jar = folder.resolve("sample.jar");
        PackagedJar.compile(folder, jar, PROGRAM);
    }

    @Test
    void aProgramSaysTheSameBeforeAndAfter() throws Exception {
        CommandResult before = run();
        assertEquals(0, before.exitCode(), before::toString);
        makePlain();
        CommandResult after = run();
        assertEquals(0, after.exitCode(), after::toString);
        assertEquals(before.output(), after.output());
    }

    @Test
    void whatHasToWidenANumberOrToBeSerializedOrComparesConstantsIsLeftAsItIs() throws Exception {
        List<String> all = calls();
        makePlain();
        List<String> left = calls();
        assertTrue(all.size() > 25, all::toString);
        assertEquals(
                List.of(
                        "altMetafactory run",
                        "altMetafactory run",
                        "metafactory applyAsLong",
                        "metafactory of",
                        "typeSwitch typeSwitch",
                        "typeSwitch typeSwitch"),
                left);
    }

    @Test
    void twoRunsGiveTheSameBytes() throws Exception {
        byte[] untouched = Files.readAllBytes(jar);
        makePlain();
        byte[] first = Files.readAllBytes(jar);
        Files.write(jar, untouched);
        makePlain();
        assertArrayEquals(first, Files.readAllBytes(jar));
    }

    private CommandResult run() throws Exception {
        return ChildProcess.of(List.of(PackagedJar.JAVA, "-cp", jar.toString(), "dev.tinyland.gf.sample.Sample"))
                .in(folder)
                .run();
    }

    private void makePlain() throws Exception {
        CommandResult result = PackagedJar.modernize(jar);
        assertEquals(0, result.exitCode(), result::toString);
    }

    /** What is put together at run time, but for the methods of records. */
    private List<String> calls() throws IOException {
        List<String> found = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                ClassFile.of().parse(bytes).methods().stream()
                        .flatMap(method -> method.code().stream())
                        .flatMap(code -> code.elementStream())
                        .filter(InvokeDynamicInstruction.class::isInstance)
                        .map(InvokeDynamicInstruction.class::cast)
                        .map(call -> call.bootstrapMethod().methodName() + " "
                                + call.name().stringValue())
                        .filter(call -> !call.startsWith("bootstrap ") && !call.startsWith("makeConcat"))
                        .forEach(found::add);
            }
        }
        return found.stream().sorted().toList();
    }
}
