import dev.tinyland.gf.packaging.Annotations;
import dev.tinyland.gf.packaging.PlainAnnotation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Does once, when the jar is built, what picocli else does at every start by reflection: its annotations become objects
 * of plain classes that the jar holds, and annotated fields are read and set by plain code. The JVM makes a class for
 * every type of annotation and reads every attribute of one by reflection; no start-up cache keeps such classes. picocli's
 * own questions are put to {@link Annotations}, which asks reflection about all that is not written down here: classes
 * with an annotated method (the program has none), fields that are static or final, other types of annotations.
 */
final class PlainAnnotations {
    /** Where picocli lies. */
    static final String LIBRARY = "picocli/";
    private static final String TYPES = "Lpicocli/CommandLine$";
    private static final ClassDesc CLASS = ConstantDescs.CD_Class;
    private static final ClassDesc STRING = ConstantDescs.CD_String;
    private static final ClassDesc ANNOTATION = ClassDesc.of("java.lang.annotation.Annotation");
    private static final ClassDesc ELEMENT = ClassDesc.of("java.lang.reflect.AnnotatedElement");
    private static final ClassDesc FIELD = ClassDesc.of("java.lang.reflect.Field");
    private static final ClassDesc METHODS =
            ClassDesc.of("java.lang.reflect.Method").arrayType();
    private static final ClassDesc SUPPORT = AnnotatedClass.SUPPORT;
    /** Whoever is asked of annotations. */
    private static final Set<String> ELEMENTS = Set.of(
            "java/lang/Class",
            "java/lang/reflect/AccessibleObject",
            "java/lang/reflect/AnnotatedElement",
            "java/lang/reflect/Field",
            "java/lang/reflect/Method");

    private final ClassFile rewriting;
    /** By internal name, of those that hold annotations, of the annotations' types and of the library. */
    private final Map<String, ClassModel> models = new TreeMap<>();

    private final Map<String, byte[]> written = new TreeMap<>();
    private int annotations;
    private int questions;

    /** @param rewriting knows the hierarchy of every class of the jar */
    PlainAnnotations(ClassFile rewriting) {
        this.rewriting = rewriting;
    }

    /**
     * Rewrites the classes of a program and of picocli.
     *
     * @param classes bytes by internal name ({@code a/b/C})
     * @return those that were rewritten, and those made for the annotations; nothing where there are no annotations
     */
    Map<String, byte[]> rewrite(Map<String, byte[]> classes) throws IOException {
        classes.forEach((name, bytes) -> models.put(name, rewriting.parse(bytes)));
        Set<String> byMethods = new TreeSet<>();
        models.forEach((name, model) -> {
            if (model.methods().stream().anyMatch(PlainAnnotations::isAnnotated)) {
                byMethods.add(name);
            }
        });
        List<AnnotatedClass> annotated = new ArrayList<>();
        models.forEach((name, model) -> {
            boolean any = Stream.concat(Stream.of(model), model.fields().stream())
                    .anyMatch(element -> !AnnotatedClass.annotations(element).isEmpty());
            if (any && ancestors(name).noneMatch(byMethods::contains)) {
                annotated.add(new AnnotatedClass(model));
            }
        });
        if (annotated.isEmpty()) {
            return Map.of();
        }
        Nests nests = new Nests(rewriting);
        Set<ClassDesc> types = new TreeSet<>((first, second) ->
                first.descriptorString().compareTo(second.descriptorString()));
        for (AnnotatedClass each : annotated) {
            written.put(internal(each.data()), each.classFile(rewriting, this::attribute));
            nests.add(each.nestHost(), each.data());
            types.addAll(each.types());
            annotations += each.count();
        }
        nests.members().forEach((host, news) -> written.put(
                host, nests.admit(Objects.requireNonNull(classes.get(host), host), news)));
        for (ClassDesc type : types) {
            AnnotationClass made = new AnnotationClass(type, models.get(internal(type)));
            written.put(internal(made.type()), made.classFile(rewriting));
        }
        for (String name : classes.keySet()) {
            if (name.startsWith(LIBRARY)) {
                byte[] bytes = written.getOrDefault(name, classes.get(name));
                written.put(name, redirected(bytes));
            }
        }
        Set<String> unused = NeededConverters.unused(models.values());
        written.computeIfPresent(
                NeededConverters.REGISTRY, (_, bytes) -> NeededConverters.without(rewriting, bytes, unused));
        support(PlainAnnotation.class, ClassTransform.ACCEPT_ALL);
        support(Annotations.class, ClassTransform.transformingMethodBodies(
                method -> method.methodName().equalsString("of"), table(annotated)));
        return written;
    }

    String summary() {
        return annotations + " annotations made plain, " + questions + " calls of picocli for them";
    }

    static String internal(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }

    /** True for an annotation of a type of picocli's. */
    static boolean isOfLibrary(ClassDesc type) {
        return type.descriptorString().startsWith(TYPES);
    }

    /** True for a method that has annotations of picocli's or whose parameters have. */
    static boolean isAnnotated(MethodModel method) {
        return !AnnotatedClass.annotations(method).isEmpty()
                || method.findAttribute(Attributes.runtimeVisibleParameterAnnotations()).stream()
                        .flatMap(attribute -> attribute.parameterAnnotations().stream())
                        .flatMap(List::stream)
                        .anyMatch(annotation -> isOfLibrary(annotation.classSymbol()));
    }

    /** A class of the jar and all above it that are in the jar too. */
    private Stream<String> ancestors(String name) {
        ClassModel model = models.get(name);
        if (model == null) {
            return Stream.of();
        }
        Stream<String> above = Stream.concat(
                model.superclass().stream().map(type -> type.asInternalName()),
                model.interfaces().stream().map(type -> type.asInternalName()));
        return Stream.concat(Stream.of(name), above.flatMap(this::ancestors));
    }

    /** The type of an annotation's attribute. */
    private ClassDesc attribute(ClassDesc type, String name) {
        return models.get(internal(type)).methods().stream()
                .filter(method -> method.methodName().equalsString(name))
                .findFirst()
                .orElseThrow()
                .methodTypeSymbol()
                .returnType();
    }

    /** Takes a class of this folder into the jar. */
    private void support(Class<?> type, ClassTransform transform) throws IOException {
        try (InputStream compiled = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            // The JVM that builds may be newer than the one that runs the jar.
            ClassModel model = rewriting.parse(
                    Objects.requireNonNull(compiled, type.getName()).readAllBytes());
            written.put(model.thisClass().asInternalName(), rewriting.transformClass(model, ModernClasses.present().andThen(transform)));
        }
    }

    /** The body of {@code Annotations.of}: by the class's name. */
    private static CodeTransform table(List<AnnotatedClass> annotated) {
        Map<String, AnnotatedClass> byName = new TreeMap<>();
        annotated.forEach(each -> byName.put(internal(each.type()).replace('/', '.'), each));
        return CodeTransform.ofStateful(() -> new CodeTransform() {
            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                // Nothing of the old body stays.
            }

            @Override
            public void atEnd(CodeBuilder code) {
                code.aload(0).invokevirtual(CLASS, "getName", MethodTypeDesc.of(STRING)).astore(1);
                Names.choose(code, 1, byName, (chosen, each) -> chosen.aload(0)
                        .invokestatic(each.data(), AnnotatedClass.OF, MethodTypeDesc.of(SUPPORT, CLASS))
                        .areturn());
                code.aconst_null().areturn();
            }
        });
    }

    private byte[] redirected(byte[] bytes) {
        ClassModel model = rewriting.parse(bytes);
        boolean asks = model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> element instanceof InvokeInstruction call && answer(call) != null);
        if (!asks) {
            return bytes;
        }
        CodeTransform each = (code, element) -> {
            MethodTypeDesc answer = element instanceof InvokeInstruction call ? answer(call) : null;
            if (answer == null) {
                code.with(element);
            } else {
                code.invokestatic(SUPPORT, ((InvokeInstruction) element).name().stringValue(), answer);
                questions++;
            }
        };
        return rewriting.transformClass(model, ClassTransform.transformingMethodBodies(each));
    }

    /** The type of the method of {@code Annotations} that takes the place of a call, whose name is the same; or null. */
    private static MethodTypeDesc answer(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String question = call.name().stringValue() + call.type().stringValue();
        if (ELEMENTS.contains(owner)) {
            switch (question) {
                case "isAnnotationPresent(Ljava/lang/Class;)Z" -> {
                    return MethodTypeDesc.of(ConstantDescs.CD_boolean, ELEMENT, CLASS);
                }
                case "getAnnotation(Ljava/lang/Class;)Ljava/lang/annotation/Annotation;" -> {
                    return MethodTypeDesc.of(ANNOTATION, ELEMENT, CLASS);
                }
                default -> {}
            }
        }
        return switch (owner + "." + question) {
            case "java/lang/Class.getDeclaredMethods()[Ljava/lang/reflect/Method;",
                    "java/lang/Class.getMethods()[Ljava/lang/reflect/Method;" ->
                MethodTypeDesc.of(METHODS, CLASS);
            case "java/lang/reflect/Field.get(Ljava/lang/Object;)Ljava/lang/Object;" ->
                MethodTypeDesc.of(ConstantDescs.CD_Object, FIELD, ConstantDescs.CD_Object);
            case "java/lang/reflect/Field.set(Ljava/lang/Object;Ljava/lang/Object;)V" ->
                MethodTypeDesc.of(ConstantDescs.CD_void, FIELD, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
            default -> null;
        };
    }
}
