import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * The class that stands for the annotations of one type: an attribute is a field, which the constructor sets to the
 * attribute's default. It lies beside the type, so that it may name the classes that are defaults.
 */
final class AnnotationClass {
    static final String CONSTRUCTOR = "<init>";
    private static final ClassDesc BASE = ClassDesc.of("dev.tinyland.gf.packaging.PlainAnnotation");

    private final ClassDesc annotation;
    private final List<MethodModel> attributes;

    AnnotationClass(ClassDesc annotation, ClassModel model) {
        if (model.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .anyMatch(each -> each.className().equalsString("Ljava/lang/annotation/Inherited;"))) {
            throw new IllegalStateException("an annotation that subclasses inherit: " + annotation);
        }
        this.annotation = annotation;
        this.attributes = model.methods().stream()
                .filter(method -> (method.flags().flagsMask() & ClassFile.ACC_ABSTRACT) != 0)
                .toList();
    }

    static ClassDesc of(ClassDesc annotation) {
        return ClassDesc.ofDescriptor(annotation.descriptorString().replace(";", "$$Plain;"));
    }

    ClassDesc type() {
        return of(annotation);
    }

    byte[] classFile(ClassFile writing) {
        return writing.build(type(), builder -> {
            builder.withVersion(ModernClasses.PRESENT, 0)
                    .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC)
                    .withSuperclass(BASE)
                    .withInterfaceSymbols(annotation);
            builder.withMethodBody(CONSTRUCTOR, ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, code -> {
                code.aload(0).invokespecial(BASE, CONSTRUCTOR, ConstantDescs.MTD_void);
                for (MethodModel attribute : attributes) {
                    attribute.findAttribute(Attributes.annotationDefault()).ifPresent(value -> {
                        code.aload(0);
                        push(code, value.defaultValue(), result(attribute));
                        code.putfield(type(), attribute.methodName().stringValue(), result(attribute));
                    });
                }
                code.return_();
            });
            builder.withMethodBody("annotationType", MethodTypeDesc.of(ConstantDescs.CD_Class), ClassFile.ACC_PUBLIC,
                    code -> code.loadConstant(annotation).areturn());
            for (MethodModel attribute : attributes) {
                String name = attribute.methodName().stringValue();
                ClassDesc result = result(attribute);
                builder.withField(name, result, ClassFile.ACC_PUBLIC);
                builder.withMethodBody(
                        name, MethodTypeDesc.of(result), ClassFile.ACC_PUBLIC, code -> read(code, name, result));
            }
        });
    }

    /** Everybody gets an array of his own, as from reflection. */
    private void read(CodeBuilder code, String name, ClassDesc result) {
        code.aload(0).getfield(type(), name, result);
        if (result.isArray()) {
            Label empty = code.newLabel();
            code.dup()
                    .arraylength()
                    .ifeq(empty)
                    .aload(0)
                    .getfield(type(), name, result)
                    .invokevirtual(result, "clone", MethodTypeDesc.of(ConstantDescs.CD_Object))
                    .checkcast(result)
                    .areturn()
                    .labelBinding(empty);
        }
        code.return_(TypeKind.from(result));
    }

    /** Writes what makes an annotation. */
    static void make(CodeBuilder code, java.lang.classfile.Annotation annotation, AttributeTypes types) {
        ClassDesc type = of(annotation.classSymbol());
        code.new_(type).dup().invokespecial(type, CONSTRUCTOR, ConstantDescs.MTD_void);
        for (AnnotationElement element : annotation.elements()) {
            String name = element.name().stringValue();
            ClassDesc wanted = types.of(annotation.classSymbol(), name);
            code.dup();
            push(code, element.value(), wanted);
            code.putfield(type, name, wanted);
        }
    }

    private static void push(CodeBuilder code, AnnotationValue value, ClassDesc wanted) {
        switch (value) {
            case AnnotationValue.OfConstant each -> code.loadConstant(each.constant().constantValue());
            case AnnotationValue.OfEnum each -> code.getstatic(
                    each.classSymbol(), each.constantName().stringValue(), each.classSymbol());
            case AnnotationValue.OfClass each -> type(code, each.classSymbol());
            case AnnotationValue.OfArray each -> {
                ClassDesc component = wanted.componentType();
                code.loadConstant(each.values().size());
                if (component.isPrimitive()) {
                    code.newarray(TypeKind.from(component));
                } else {
                    code.anewarray(component);
                }
                for (int index = 0; index < each.values().size(); index++) {
                    code.dup().loadConstant(index);
                    push(code, each.values().get(index), component);
                    code.arrayStore(TypeKind.from(component));
                }
            }
            case AnnotationValue.OfAnnotation each ->
                throw new IllegalStateException("an annotation within an annotation: " + each);
        }
    }

    private static void type(CodeBuilder code, ClassDesc type) {
        if (type.isPrimitive()) {
            code.getstatic(Boxes.of(type), "TYPE", ConstantDescs.CD_Class);
        } else {
            code.loadConstant(type);
        }
    }

    private static ClassDesc result(MethodModel attribute) {
        return attribute.methodTypeSymbol().returnType();
    }

    /** Knows the types of attributes. */
    interface AttributeTypes {
        ClassDesc of(ClassDesc annotation, String attribute);
    }
}
