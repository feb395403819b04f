package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import picocli.CommandLine;

/**
 * Compares what reflection says of every class of a jar with what the jar's own data says. Run as a program, with the
 * jar first on its class path; prints {@code OK} and the number of annotations.
 */
final class AnnotationComparison {
    private static final List<Class<? extends Annotation>> TYPES = List.of(
            CommandLine.Command.class,
            CommandLine.Option.class,
            CommandLine.Parameters.class,
            CommandLine.Mixin.class,
            CommandLine.ArgGroup.class,
            CommandLine.Spec.class,
            CommandLine.ParentCommand.class,
            CommandLine.Unmatched.class,
            Deprecated.class);

    private final Method asked;
    private int compared;

    private AnnotationComparison() throws ReflectiveOperationException {
        asked = Class.forName("dev.tinyland.gf.packaging.Annotations")
                .getMethod("getAnnotation", AnnotatedElement.class, Class.class);
    }

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        AnnotationComparison comparison = new AnnotationComparison();
        for (String name : classes(Path.of(arguments[0]))) {
            Class<?> type = Class.forName(name, false, AnnotationComparison.class.getClassLoader());
            comparison.compare(type);
            for (AnnotatedElement field : type.getDeclaredFields()) {
                comparison.compare(field);
            }
            for (AnnotatedElement method : type.getDeclaredMethods()) {
                comparison.compare(method);
            }
        }
        System.out.println("OK " + comparison.compared);
    }

    private static List<String> classes(Path jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    // The script for Groovy, which the class path has not.
                    .filter(name -> !name.startsWith("picocli/groovy/"))
                    .map(name -> name.replaceFirst("[.]class$", "").replace('/', '.'))
                    .forEach(names::add);
        }
        return names;
    }

    private void compare(AnnotatedElement element) throws ReflectiveOperationException {
        for (Class<? extends Annotation> type : TYPES) {
            Annotation reflected = element.getAnnotation(type);
            Annotation plain = (Annotation) asked.invoke(null, element, type);
            if (reflected == null || plain == null) {
                require(reflected == null && plain == null, element + " " + type);
                continue;
            }
            require(plain.annotationType() == type, element + " " + type);
            for (Method attribute : type.getDeclaredMethods()) {
                Object expected = attribute.invoke(reflected);
                Object actual = attribute.invoke(plain);
                require(Objects.deepEquals(expected, actual), element + " " + attribute);
                require(expected.getClass() == actual.getClass(), element + " " + attribute);
                if (actual.getClass().isArray() && Array.getLength(actual) > 0) {
                    assertNotSame(attribute.invoke(plain), actual, attribute::toString);
                }
            }
            require(plain.equals(reflected) && reflected.equals(plain), element + " equals");
            require(plain.hashCode() == reflected.hashCode(), element + " hashCode");
            Object itsType = type;
            require(!plain.equals(itsType), "an annotation is not its type");
            if (type != Deprecated.class) {
                compared++;
            }
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what + " differs");
        }
    }
}
