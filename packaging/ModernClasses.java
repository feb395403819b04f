import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the classes of a jar quick to start with. Those that were compiled for Java 5 get a present-day class file
 * version and the stack maps that go with it; their instructions stay as they are. Such classes are left out of every
 * start-up cache and are checked by the JVM's old, slow verifier; picocli's are the ones, a quarter of what a start
 * loads. In the program's own classes {@link PlainCalls} and {@link PlainAnnotations} take the place of what a JVM would
 * make at every start, {@link ContractCode} that of reading the built-in contract, and {@link VersionCode} that of reading
 * the manifest. Run by the build with the shaded jar: {@code java ModernClasses.java JAR}.
 */
final class ModernClasses {
    private static final String CLASS = ".class";
    /** Where a jar keeps what only a newer Java can read. */
    private static final String VERSIONS = "META-INF/versions/";
    /** The oldest Java the program runs on. */
    private static final int RELEASE = 25;
    /** Where the program's own classes lie. */
    private static final String OWN = "dev/tinyland/gf/";
    /** Start-up caches leave out what is older than this. */
    private static final int OLDEST = 50;

    static final int PRESENT = ClassFile.JAVA_17_VERSION;

    private ModernClasses() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path written = jar.resolveSibling(jar.getFileName() + ".modern");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        LocalDateTime time = LocalDateTime.MIN;
        try (ZipFile from = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                entries.put(entry.getName(), from.getInputStream(entry).readAllBytes());
                if (entry.getName().startsWith(OWN)) {
                    time = entry.getTimeLocal();
                }
            }
        }
        ClassFile rewriting = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(
                        ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> open(entries, type))
                                .orElse(ClassHierarchyResolver.defaultResolver())));
        plain(entries);
        int modernized = 0;
        Map<String, byte[]> own = new TreeMap<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String name = entry.getKey();
            if (name.startsWith(OWN) && name.endsWith(CLASS)) {
                own.put(name.substring(0, name.length() - CLASS.length()), entry.getValue());
            } else if (name.endsWith(CLASS) && version(entry.getValue()) < OLDEST) {
                entry.setValue(modern(rewriting, entry.getValue()));
                modernized++;
            }
        }
        ContractCode contract = new ContractCode(rewriting);
        if (own.containsKey(ContractCode.NAME)) {
            own.put(ContractCode.NAME, contract.write(jar, own.get(ContractCode.NAME)));
        }
        byte[] manifest = entries.get(JarFile.MANIFEST_NAME);
        if (manifest != null && own.containsKey(VersionCode.NAME)) {
            own.put(VersionCode.NAME, VersionCode.write(rewriting, manifest, own.get(VersionCode.NAME)));
        }
        PlainCalls calls = new PlainCalls(rewriting);
        calls.rewrite(own).forEach((name, bytes) -> entries.put(name + CLASS, bytes));
        Map<String, byte[]> programAndLibrary = new TreeMap<>();
        entries.forEach((name, bytes) -> {
            if (name.endsWith(CLASS) && (name.startsWith(OWN) || name.startsWith(PlainAnnotations.LIBRARY))) {
                programAndLibrary.put(name.substring(0, name.length() - CLASS.length()), bytes);
            }
        });
        PlainAnnotations annotations = new PlainAnnotations(rewriting);
        annotations.rewrite(programAndLibrary).forEach((name, bytes) -> entries.put(name + CLASS, bytes));
        write(written, entries, time);
        Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
        System.out.println(
                modernized + " classes of Java 5 brought to the present class file version, "
                + calls.summary() + ", " + annotations.summary() + ", "
                + contract.summary());
    }

    /**
     * Takes the newest version of whatever the jar holds for several Java versions: the program needs the newest anyhow, and
     * the boot class path, from which the launcher has the JVM load, knows no versions.
     */
    private static void plain(Map<String, byte[]> entries) {
        NavigableMap<Integer, Map<String, byte[]>> versions = new TreeMap<>();
        entries.entrySet().removeIf(entry -> {
            if (!entry.getKey().startsWith(VERSIONS)) {
                return false;
            }
            String[] parts = entry.getKey().substring(VERSIONS.length()).split("/", 2);
            if (parts.length == 2 && !parts[1].isEmpty() && !parts[1].endsWith("/")) {
                versions.computeIfAbsent(Integer.valueOf(parts[0]), _ -> new TreeMap<>())
                        .put(parts[1], entry.getValue());
            }
            return true;
        });
        versions.headMap(RELEASE, true).values().forEach(entries::putAll);
    }

    private static InputStream open(Map<String, byte[]> entries, ClassDesc type) {
        byte[] bytes = entries.get(PlainAnnotations.internal(type) + CLASS);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    private static void write(Path jar, Map<String, byte[]> entries, LocalDateTime time) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(jar));
                ZipOutputStream to = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                // Local, so that the bytes do not tell the time zone of the build.
                entry.setTimeLocal(time);
                if (each.getKey().startsWith(OWN) || each.getKey().startsWith(PlainAnnotations.LIBRARY)) {
                    store(entry, each.getValue());
                }
                to.putNextEntry(entry);
                to.write(each.getValue());
                to.closeEntry();
            }
        }
    }

    /** Not compressed: a start without a cache spends a tenth of its time on unpacking what it loads. */
    private static void store(ZipEntry entry, byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
    }

    private static int version(byte[] bytes) {
        return (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
    }

    /** Gives a class the present-day version. */
    static ClassTransform present() {
        return (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(PRESENT, 0);
            } else {
                builder.with(element);
            }
        };
    }

    private static byte[] modern(ClassFile rewriting, byte[] bytes) {
        // Code that is copied whole gets no stack maps; instruction by instruction it does.
        CodeTransform each = (builder, element) -> builder.with(element);
        return rewriting.transformClass(
                rewriting.parse(bytes), present().andThen(ClassTransform.transformingMethodBodies(each)));
    }
}
