import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * For every command picocli looks up how texts become times, dates and connections to databases: it loads and
 * initializes the classes for that, and formats of dates are costly ones. It can be told which it need not
 * ({@code picocli.converters.excludes}, expressions that it matches anew for every type); here it is told so by the
 * build, of packages of which no option of the program has a type.
 */
final class NeededConverters {
    /** The class that registers the converters, by its internal name. */
    static final String REGISTRY = "picocli/CommandLine$Interpreter";

    private static final List<String> COSTLY = List.of("java.sql.", "java.time.");

    private NeededConverters() {}

    /** The costly packages from which nothing of the program takes its type. */
    static Set<String> unused(Collection<ClassModel> program) {
        Set<String> unused = new TreeSet<>(COSTLY);
        program.stream()
                .flatMap(NeededConverters::mentions)
                .forEach(type -> unused.removeIf(each -> type.contains(each.replace('.', '/'))));
        return unused;
    }

    /** The registry, which passes over some packages. */
    static byte[] without(ClassFile rewriting, byte[] registry, Set<String> packages) {
        return rewriting.transformClass(
                rewriting.parse(registry),
                ClassTransform.transformingMethodBodies(
                        method -> method.methodName().equalsString("excl"), passingOver(packages)));
    }

    /** The descriptors and signatures of members with annotations, and the types that annotations name. */
    private static Stream<String> mentions(ClassModel model) {
        Stream<String> fields = model.fields().stream()
                .filter(field -> !AnnotatedClass.annotations(field).isEmpty())
                .flatMap(field -> Stream.concat(Stream.of(field.fieldType().stringValue()), detailed(field)));
        Stream<String> methods = model.methods().stream()
                .filter(PlainAnnotations::isAnnotated)
                .flatMap(method -> Stream.concat(Stream.of(method.methodType().stringValue()), detailed(method)));
        return Stream.concat(fields, methods);
    }

    private static Stream<String> detailed(AttributedElement element) {
        Stream<String> signature = element.findAttribute(Attributes.signature()).stream()
                .map(attribute -> attribute.signature().stringValue());
        Stream<String> named = AnnotatedClass.annotations(element).stream()
                .flatMap(annotation -> annotation.elements().stream())
                .flatMap(attribute -> named(attribute.value()));
        return Stream.concat(signature, named);
    }

    private static Stream<String> named(AnnotationValue value) {
        return switch (value) {
            case AnnotationValue.OfClass type -> Stream.of(type.className().stringValue());
            case AnnotationValue.OfArray array -> array.values().stream().flatMap(NeededConverters::named);
            default -> Stream.of();
        };
    }

    /** What stands before the old body: a name in one of the packages is excluded. */
    private static CodeTransform passingOver(Set<String> packages) {
        return CodeTransform.ofStateful(() -> new CodeTransform() {
            @Override
            public void atStart(CodeBuilder code) {
                for (String each : packages) {
                    Label next = code.newLabel();
                    code.aload(1)
                            .loadConstant(each)
                            .invokevirtual(
                                    ConstantDescs.CD_String,
                                    "startsWith",
                                    MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_String))
                            .ifeq(next)
                            .iconst_1()
                            .ireturn()
                            .labelBinding(next);
                }
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                code.with(element);
            }
        });
    }
}
