import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Does once, when the jar is built, what the JVM else does at every start: a lambda becomes a class of the jar, and a
 * switch over types a chain of {@code instanceof}. The JVM makes such classes at run time, each for a fraction of a
 * millisecond, and a start of the linter needs more than two hundred. What a call does stays the same; a call of another
 * shape than the common ones is left as it is.
 */
final class PlainCalls {
    private static final ClassDesc LAMBDAS = ClassDesc.of("java.lang.invoke.LambdaMetafactory");
    private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private final ClassFile rewriting;
    /** Classes made, by their internal name. */
    private final Map<String, byte[]> made = new TreeMap<>();
    private final Nests nests;

    private int lambdas;
    private int switches;

    /** @param rewriting knows the hierarchy of every class of the jar */
    PlainCalls(ClassFile rewriting) {
        this.rewriting = rewriting;
        this.nests = new Nests(rewriting);
    }

    /**
     * Rewrites the classes of a program.
     *
     * @param classes bytes by internal name ({@code a/b/C}), of whole nests
     * @return the same classes rewritten, and those made for their lambdas
     */
    Map<String, byte[]> rewrite(Map<String, byte[]> classes) {
        Map<String, byte[]> written = new TreeMap<>();
        classes.forEach((name, bytes) -> written.put(name, calls(bytes)));
        // The bodies of lambdas are private methods.
        nests.members()
                .forEach((host, news) -> written.computeIfPresent(host, (_, bytes) -> nests.admit(bytes, news)));
        written.putAll(made);
        return written;
    }

    String summary() {
        return lambdas + " lambdas and " + switches + " switches over types made plain";
    }

    private byte[] calls(byte[] bytes) {
        ClassModel model = rewriting.parse(bytes);
        boolean dynamic = model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .anyMatch(InvokeDynamicInstruction.class::isInstance);
        if (!dynamic) {
            return bytes;
        }
        Site site = new Site(model);
        CodeTransform each = (code, element) -> site.rewrite(code, element);
        ClassTransform bodies = ClassTransform.transformingMethodBodies(each);
        return rewriting.transformClass(model, bodies.andThen(ClassTransform.endHandler(site::addSwitches)));
    }

    /** One class whose calls are rewritten. */
    private final class Site {
        private final ClassModel model;
        private final ClassDesc owner;
        private final boolean isInterface;
        private final ClassDesc nestHost;
        private final List<Switch> pending = new ArrayList<>();
        private int count;

        Site(ClassModel model) {
            this.model = model;
            this.owner = model.thisClass().asSymbol();
            this.isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
            this.nestHost = Nests.host(model);
        }

        void rewrite(CodeBuilder code, CodeElement element) {
            if (element instanceof RuntimeVisibleTypeAnnotationsAttribute) {
                // Of local variables: nothing can read them, and they would be copied with the places of the old code.
                return;
            }
            if (element instanceof InvokeDynamicInstruction call) {
                DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
                if (bootstrap.owner().equals(LAMBDAS) && bootstrap.methodName().equals("metafactory")) {
                    Lambda lambda = Lambda.of(call);
                    if (lambda.isCommon()) {
                        replace(code, lambda);
                        return;
                    }
                } else if (bootstrap.owner().equals(SWITCHES)
                        && bootstrap.methodName().equals("typeSwitch")
                        && !call.typeSymbol().parameterType(0).isPrimitive()
                        && call.bootstrapArgs().stream().allMatch(label -> label instanceof ClassDesc)) {
                    replace(code, call);
                    return;
                }
            }
            code.with(element);
        }

        private void replace(CodeBuilder code, Lambda lambda) {
            ClassDesc type = ClassDesc.ofDescriptor("L" + PlainAnnotations.internal(owner) + "$$Lambda$" + ++count + ";");
            made.put(PlainAnnotations.internal(type), lambda.classFile(rewriting, type, nestHost));
            nests.add(nestHost, type);
            code.invokestatic(type, Lambda.MAKE, lambda.made());
            lambdas++;
        }

        private void replace(CodeBuilder code, InvokeDynamicInstruction call) {
            String name = "typeSwitch$" + pending.size();
            MethodTypeDesc type = MethodTypeDesc.of(
                    ConstantDescs.CD_int, ConstantDescs.CD_Object, ConstantDescs.CD_int);
            pending.add(new Switch(name, type, List.copyOf(call.bootstrapArgs())));
            code.invokestatic(owner, name, type, isInterface);
            switches++;
        }

        void addSwitches(ClassBuilder builder) {
            pending.forEach(each -> builder.withMethodBody(
                    each.name(),
                    each.type(),
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    each::body));
        }
    }

    /** The method that stands for one switch: what {@code SwitchBootstraps.typeSwitch} promises for classes. */
    private record Switch(String name, MethodTypeDesc type, List<ConstantDesc> labels) {
        void body(CodeBuilder code) {
            Label present = code.newLabel();
            code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
            for (int index = 0; index < labels.size(); index++) {
                Label next = code.newLabel();
                // A guard that said no has the search go on behind its case.
                code.iload(1).loadConstant(index).if_icmpgt(next);
                code.aload(0).instanceOf((ClassDesc) labels.get(index)).ifeq(next);
                code.loadConstant(index).ireturn().labelBinding(next);
            }
            code.loadConstant(labels.size()).ireturn();
        }
    }
}
