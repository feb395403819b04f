import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Gives the classes of a jar that were compiled for Java 5 a present-day class file version and the stack maps that go
 * with it; their instructions stay as they are. Such classes are left out of every start-up cache and are checked by the
 * JVM's old, slow verifier. picocli's are the ones: it is a quarter of what a start loads. Run by the build with the
 * shaded jar: {@code java ModernClasses.java JAR}.
 */
final class ModernClasses {
    /** Start-up caches leave out what is older than this. */
    private static final int OLDEST = 50;

    private static final int PRESENT = ClassFile.JAVA_17_VERSION;

    private ModernClasses() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path written = jar.resolveSibling(jar.getFileName() + ".modern");
        int modernized = 0;
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                ZipFile from = new ZipFile(jar.toFile());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(written));
                ZipOutputStream to = new ZipOutputStream(file)) {
            ClassFile rewriting = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(".class") && version(bytes) < OLDEST) {
                    bytes = modern(rewriting, bytes);
                    modernized++;
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                // Local, so that the bytes do not tell the time zone of the build.
                copy.setTimeLocal(entry.getTimeLocal());
                to.putNextEntry(copy);
                to.write(bytes);
                to.closeEntry();
            }
        }
        Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
        System.out.println(modernized + " classes of Java 5 brought to the present class file version");
    }

    private static int version(byte[] bytes) {
        return (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
    }

    private static byte[] modern(ClassFile rewriting, byte[] bytes) {
        ClassTransform version = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(PRESENT, 0);
            } else {
                builder.with(element);
            }
        };
        // Code that is copied whole gets no stack maps; instruction by instruction it does.
        CodeTransform each = (builder, element) -> builder.with(element);
        return rewriting.transformClass(
                rewriting.parse(bytes), version.andThen(ClassTransform.transformingMethodBodies(each)));
    }
}
