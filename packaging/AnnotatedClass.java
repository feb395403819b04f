import java.lang.classfile.Annotation;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A class with annotations of picocli's, and the class that holds them as data: a member of its nest. */
final class AnnotatedClass {
    static final ClassDesc SUPPORT = ClassDesc.of("dev.tinyland.gf.packaging.Annotations");
    /** The static method of the data that gives them for this class and for no other of the same name. */
    static final String OF = "of";

    private static final String INSTANCE = "INSTANCE";
    private static final ClassDesc ANNOTATION = ClassDesc.of("java.lang.annotation.Annotation");
    private static final ClassDesc FIELD = ClassDesc.of("java.lang.reflect.Field");
    private static final ClassDesc UNREADABLE = ClassDesc.of("java.lang.IllegalAccessException");
    private static final MethodTypeDesc MAKE_ONE = MethodTypeDesc.of(ANNOTATION.arrayType());
    private static final MethodTypeDesc READ = MethodTypeDesc.of(
            ConstantDescs.CD_Object, ConstantDescs.CD_int, FIELD, ConstantDescs.CD_Object);
    private static final MethodTypeDesc WRITE = READ.changeReturnType(ConstantDescs.CD_void)
            .insertParameterTypes(3, ConstantDescs.CD_Object);
    /** Where the parameters of reading and of writing lie. */
    private static final int INDEX = 1;

    private static final int REFLECTED = 2;
    private static final int OWNER = 3;
    private static final int VALUE = 4;

    private final ClassModel model;
    private final List<FieldModel> fields;

    AnnotatedClass(ClassModel model) {
        this.model = model;
        this.fields = model.fields().stream()
                .filter(field -> !annotations(field).isEmpty())
                .toList();
    }

    /** The annotations of picocli's that an element has. */
    static List<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .filter(annotation -> PlainAnnotations.isOfLibrary(annotation.classSymbol()))
                .toList();
    }

    ClassDesc type() {
        return model.thisClass().asSymbol();
    }

    ClassDesc data() {
        return ClassDesc.ofDescriptor(type().descriptorString().replace(";", "$$Annotations;"));
    }

    ClassDesc nestHost() {
        return Nests.host(model);
    }

    /** The types of its annotations. */
    List<ClassDesc> types() {
        return all().map(Annotation::classSymbol).distinct().toList();
    }

    int count() {
        return Math.toIntExact(all().count());
    }

    private Stream<Annotation> all() {
        return elements().stream().flatMap(element -> annotations(element).stream());
    }

    /** The class first, its fields behind. */
    private List<AttributedElement> elements() {
        List<AttributedElement> elements = new ArrayList<>();
        elements.add(model);
        elements.addAll(fields);
        return elements;
    }

    /** The class that holds the annotations as data. */
    byte[] classFile(ClassFile writing, AnnotationClass.AttributeTypes types) {
        return writing.build(data(), builder -> {
            builder.withVersion(ModernClasses.PRESENT, 0)
                    .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC)
                    .withSuperclass(SUPPORT)
                    .with(NestHostAttribute.of(nestHost()));
            instance(builder);
            index(builder);
            makes(builder, types);
            builder.withMethod("read", READ, ClassFile.ACC_PROTECTED, method -> method.with(
                            java.lang.classfile.attribute.ExceptionsAttribute.ofSymbols(UNREADABLE))
                    .withCode(code -> access(code, this::read, reflected -> reflected.aload(REFLECTED)
                            .aload(OWNER)
                            .invokevirtual(
                                    FIELD,
                                    "get",
                                    MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                            .areturn())));
            builder.withMethod("write", WRITE, ClassFile.ACC_PROTECTED, method -> method.with(
                            java.lang.classfile.attribute.ExceptionsAttribute.ofSymbols(UNREADABLE))
                    .withCode(code -> access(code, this::write, reflected -> reflected.aload(REFLECTED)
                            .aload(OWNER)
                            .aload(VALUE)
                            .invokevirtual(
                                    FIELD,
                                    "set",
                                    MethodTypeDesc.of(
                                            ConstantDescs.CD_void,
                                            ConstantDescs.CD_Object,
                                            ConstantDescs.CD_Object))
                            .return_())));
        });
    }

    private void instance(ClassBuilder builder) {
        MethodTypeDesc sized = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
        builder.withField(INSTANCE, data(), ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
        builder.withMethodBody(
                AnnotationClass.CONSTRUCTOR, ConstantDescs.MTD_void, ClassFile.ACC_PRIVATE, code -> code.aload(0)
                        .loadConstant(fields.size() + 1)
                        .invokespecial(SUPPORT, AnnotationClass.CONSTRUCTOR, sized)
                        .return_());
        builder.withMethodBody("<clinit>", ConstantDescs.MTD_void, ClassFile.ACC_STATIC, code -> code.new_(data())
                .dup()
                .invokespecial(data(), AnnotationClass.CONSTRUCTOR, ConstantDescs.MTD_void)
                .putstatic(data(), INSTANCE, data())
                .return_());
        MethodTypeDesc of = MethodTypeDesc.of(SUPPORT, ConstantDescs.CD_Class);
        builder.withMethodBody(OF, of, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code -> {
            Label other = code.newLabel();
            code.aload(0)
                    .loadConstant(type())
                    .if_acmpne(other)
                    .getstatic(data(), INSTANCE, data())
                    .areturn()
                    .labelBinding(other)
                    .aconst_null()
                    .areturn();
        });
    }

    private void index(ClassBuilder builder) {
        Map<String, Integer> byName = new TreeMap<>();
        for (int index = 0; index < fields.size(); index++) {
            byName.put(fields.get(index).fieldName().stringValue(), index + 1);
        }
        MethodTypeDesc type = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_String);
        builder.withMethodBody("index", type, ClassFile.ACC_PROTECTED, code -> {
            Names.choose(code, 1, byName, (chosen, index) -> chosen.loadConstant(index).ireturn());
            code.iconst_m1().ireturn();
        });
    }

    private void makes(ClassBuilder builder, AnnotationClass.AttributeTypes types) {
        List<AttributedElement> elements = elements();
        for (int index = 0; index < elements.size(); index++) {
            List<Annotation> annotations = annotations(elements.get(index));
            builder.withMethodBody(made(index), MAKE_ONE, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, code -> {
                code.loadConstant(annotations.size()).anewarray(ANNOTATION);
                for (int each = 0; each < annotations.size(); each++) {
                    code.dup().loadConstant(each);
                    AnnotationClass.make(code, annotations.get(each), types);
                    code.aastore();
                }
                code.areturn();
            });
        }
        MethodTypeDesc type = MethodTypeDesc.of(ANNOTATION.arrayType(), ConstantDescs.CD_int);
        builder.withMethodBody("make", type, ClassFile.ACC_PROTECTED, code -> {
            Map<Integer, Label> labels = labels(code, elements.size() - 1);
            Label itself = code.newLabel();
            if (!labels.isEmpty()) {
                code.iload(INDEX).tableswitch(itself, cases(labels));
            }
            labels.forEach((index, label) -> code.labelBinding(label)
                    .invokestatic(data(), made(index), MAKE_ONE)
                    .areturn());
            code.labelBinding(itself).invokestatic(data(), made(0), MAKE_ONE).areturn();
        });
    }

    private static String made(int index) {
        return "make" + index;
    }

    /** One way for every field that plain code may use, and reflection for what it must not. */
    private void access(CodeBuilder code, Access plain, java.util.function.Consumer<CodeBuilder> reflection) {
        Map<Integer, Label> labels = labels(code, fields.size());
        labels.keySet().removeIf(index -> (fields.get(index - 1).flags().flagsMask()
                        & (ClassFile.ACC_STATIC | ClassFile.ACC_FINAL))
                != 0);
        Label reflected = code.newLabel();
        if (!labels.isEmpty()) {
            code.aload(OWNER).instanceOf(type()).ifeq(reflected).iload(INDEX).lookupswitch(reflected, cases(labels));
        }
        labels.forEach((index, label) -> {
            code.labelBinding(label);
            plain.write(code, fields.get(index - 1), reflected);
        });
        code.labelBinding(reflected);
        reflection.accept(code);
    }

    private void read(CodeBuilder code, FieldModel field, Label reflected) {
        ClassDesc type = field.fieldTypeSymbol();
        code.aload(OWNER).checkcast(type()).getfield(type(), field.fieldName().stringValue(), type);
        if (type.isPrimitive()) {
            ClassDesc box = Boxes.of(type);
            code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, type));
        }
        code.areturn();
    }

    private void write(CodeBuilder code, FieldModel field, Label reflected) {
        ClassDesc type = field.fieldTypeSymbol();
        ClassDesc given = type.isPrimitive() ? Boxes.of(type) : type;
        Label fits = code.newLabel();
        if (!type.isPrimitive()) {
            code.aload(VALUE).ifnull(fits);
        }
        // Reflection knows which other numbers fit, and how to refuse.
        code.aload(VALUE).instanceOf(given).ifeq(reflected).labelBinding(fits);
        code.aload(OWNER).checkcast(type()).aload(VALUE).checkcast(given);
        if (type.isPrimitive()) {
            code.invokevirtual(given, type.displayName() + "Value", MethodTypeDesc.of(type));
        }
        code.putfield(type(), field.fieldName().stringValue(), type).return_();
    }

    private static Map<Integer, Label> labels(CodeBuilder code, int count) {
        Map<Integer, Label> labels = new TreeMap<>();
        for (int index = 1; index <= count; index++) {
            labels.put(index, code.newLabel());
        }
        return labels;
    }

    private static List<SwitchCase> cases(Map<Integer, Label> labels) {
        return labels.entrySet().stream()
                .map(each -> SwitchCase.of(each.getKey(), each.getValue()))
                .toList();
    }

    /** Writes the plain access to one field. */
    private interface Access {
        void write(CodeBuilder code, FieldModel field, Label reflected);
    }
}
