import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Replaces the class that gives the built-in contract by one that makes it with code. The contract is read by the
 * program's own loader from the jar that is being built, and what was written is run and compared before it is used.
 */
final class ContractCode {
    /** The internal name of the class that is replaced. */
    static final String NAME = "dev/tinyland/gf/contract/BuiltInContract";

    private static final ClassDesc TYPE = ClassDesc.of(NAME.replace('/', '.'));
    private static final String GET = "get";

    private final ClassFile writing;
    private int records;

    /** @param writing knows the hierarchy of every class of the jar */
    ContractCode(ClassFile writing) {
        this.writing = writing;
    }

    String summary() {
        return "the contract's " + records + " records made code";
    }

    /**
     * @param jar has the program's classes and the contract's file
     * @param replaced the class that is replaced
     */
    byte[] write(Path jar, byte[] replaced) throws IOException {
        try (Program program = new Program(jar.toUri().toURL())) {
            Class<?> loader = program.loadClass("dev.tinyland.gf.contract.ContractLoader");
            Record contract = (Record) loader.getMethod("builtIn")
                    .invoke(loader.getConstructor().newInstance());
            byte[] written = write(contract, writing.parse(replaced));
            Object made = program.define(written).getMethod(GET).invoke(null);
            // Equal maps may differ in their order, texts do not.
            if (!made.equals(contract) || !made.toString().equals(contract.toString())) {
                throw new IllegalStateException(
                        "the code makes another contract than the file: " + made + " in place of " + contract);
            }
            return written;
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException("the jar does not give its built-in contract", failed);
        }
    }

    private byte[] write(Record contract, ClassModel replaced) {
        return writing.build(TYPE, builder -> {
            builder.withVersion(replaced.majorVersion(), replaced.minorVersion())
                    .withFlags(replaced.flags().flagsMask());
            RecordCode code = new RecordCode(builder, TYPE);
            code.method(GET, contract);
            records = code.records();
        });
    }

    /** The classes of the jar, and in the place of one of them what was written. */
    private static final class Program extends URLClassLoader {
        Program(URL jar) {
            super(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        }

        Class<?> define(byte[] written) {
            return defineClass(null, written, 0, written.length);
        }
    }
}
