import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodTransform;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * Writes the version of the jar into the class that tells it. Else each run opens the jar a second time, by Java code, to
 * read its manifest.
 */
final class VersionCode {
    /** The internal name of the class that tells the version. */
    static final String NAME = "dev/tinyland/gf/actions/ToolVersion";

    private static final String METHOD = "current";

    private VersionCode() {}

    /**
     * @param manifest the jar's own
     * @param telling the class that tells the version
     */
    static byte[] write(ClassFile writing, byte[] manifest, byte[] telling) throws IOException {
        String version = new Manifest(new ByteArrayInputStream(manifest))
                .getMainAttributes()
                .getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        if (version == null) {
            throw new IllegalStateException("the jar's manifest names no version");
        }
        MethodTransform body = MethodTransform.dropping(CodeModel.class::isInstance)
                .andThen(MethodTransform.endHandler(
                        method -> method.withCode(code -> code.loadConstant(version).areturn())));
        return writing.transformClass(
                writing.parse(telling),
                ClassTransform.transformingMethods(method -> method.methodName().equalsString(METHOD), body));
    }
}
