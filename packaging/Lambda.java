import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * One lambda expression or method reference, as {@code LambdaMetafactory.metafactory} is told of it.
 *
 * @param method the name of the functional interface's method
 * @param made takes what the lambda captures, returns the functional interface
 * @param erased the method as the functional interface declares it
 * @param body where the lambda's code stands
 * @param actual the method with the types of this lambda
 */
record Lambda(
        String method, MethodTypeDesc made, MethodTypeDesc erased, DirectMethodHandleDesc body, MethodTypeDesc actual) {
    /** The static method of the class made for a lambda that gives an instance. */
    static final String MAKE = "make";

    private static final String INSTANCE = "INSTANCE";
    private static final String CONSTRUCTOR = "<init>";

    static Lambda of(InvokeDynamicInstruction call) {
        List<ConstantDesc> arguments = call.bootstrapArgs();
        return new Lambda(
                call.name().stringValue(),
                call.typeSymbol(),
                (MethodTypeDesc) arguments.get(0),
                (DirectMethodHandleDesc) arguments.get(1),
                (MethodTypeDesc) arguments.get(2));
    }

    /** False where a value would have to be converted in another way than by a cast, by boxing or by unboxing. */
    boolean isCommon() {
        MethodTypeDesc wanted = parameters();
        int captured = made.parameterCount();
        if (wanted.parameterCount() != captured + erased.parameterCount()) {
            return false;
        }
        for (int index = 0; index < captured; index++) {
            if (!made.parameterType(index).equals(wanted.parameterType(index))
                    && made.parameterType(index).isPrimitive()) {
                return false;
            }
        }
        for (int index = 0; index < erased.parameterCount(); index++) {
            if (!converts(erased.parameterType(index), actual.parameterType(index))
                    || !converts(actual.parameterType(index), wanted.parameterType(captured + index))) {
                return false;
            }
        }
        return erased.returnType().equals(ConstantDescs.CD_void)
                || (converts(result(), actual.returnType()) && converts(actual.returnType(), erased.returnType()));
    }

    /** The class whose instances are this lambda: a member of the nest of the class that holds the lambda. */
    byte[] classFile(ClassFile writing, ClassDesc type, ClassDesc nestHost) {
        ClassDesc implemented = made.returnType();
        MethodTypeDesc constructor = made.changeReturnType(ConstantDescs.CD_void);
        return writing.build(type, builder -> {
            builder.withVersion(ModernClasses.PRESENT, 0)
                    .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC)
                    .withInterfaceSymbols(implemented)
                    .with(NestHostAttribute.of(nestHost));
            for (int index = 0; index < made.parameterCount(); index++) {
                builder.withField(
                        field(index), made.parameterType(index), ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
            }
            builder.withMethodBody(CONSTRUCTOR, constructor, ClassFile.ACC_PRIVATE, code -> {
                code.aload(0).invokespecial(ConstantDescs.CD_Object, CONSTRUCTOR, ConstantDescs.MTD_void);
                for (int index = 0; index < made.parameterCount(); index++) {
                    ClassDesc captured = made.parameterType(index);
                    code.aload(0)
                            .loadLocal(TypeKind.from(captured), code.parameterSlot(index))
                            .putfield(type, field(index), captured);
                }
                code.return_();
            });
            if (made.parameterCount() == 0) {
                builder.withField(
                        INSTANCE, type, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
                builder.withMethodBody("<clinit>", ConstantDescs.MTD_void, ClassFile.ACC_STATIC, code -> code.new_(type)
                        .dup()
                        .invokespecial(type, CONSTRUCTOR, constructor)
                        .putstatic(type, INSTANCE, type)
                        .return_());
            }
            builder.withMethodBody(MAKE, made, ClassFile.ACC_STATIC, code -> {
                if (made.parameterCount() == 0) {
                    code.getstatic(type, INSTANCE, type).areturn();
                } else {
                    code.new_(type).dup();
                    for (int index = 0; index < made.parameterCount(); index++) {
                        code.loadLocal(TypeKind.from(made.parameterType(index)), code.parameterSlot(index));
                    }
                    code.invokespecial(type, CONSTRUCTOR, constructor).areturn();
                }
            });
            builder.withMethodBody(method, erased, ClassFile.ACC_PUBLIC, code -> call(code, type));
        });
    }

    private void call(CodeBuilder code, ClassDesc type) {
        MethodTypeDesc wanted = parameters();
        int captured = made.parameterCount();
        boolean constructs = body.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
        if (constructs) {
            code.new_(body.owner()).dup();
        }
        for (int index = 0; index < captured; index++) {
            code.aload(0).getfield(type, field(index), made.parameterType(index));
            convert(code, made.parameterType(index), wanted.parameterType(index));
        }
        for (int index = 0; index < erased.parameterCount(); index++) {
            code.loadLocal(TypeKind.from(erased.parameterType(index)), code.parameterSlot(index));
            convert(code, erased.parameterType(index), actual.parameterType(index));
            convert(code, actual.parameterType(index), wanted.parameterType(captured + index));
        }
        MethodTypeDesc invoked = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
        switch (body.kind()) {
            case STATIC, INTERFACE_STATIC ->
                code.invokestatic(body.owner(), body.methodName(), invoked, body.isOwnerInterface());
            case INTERFACE_VIRTUAL, INTERFACE_SPECIAL ->
                code.invokeinterface(body.owner(), body.methodName(), invoked);
            case VIRTUAL, SPECIAL -> code.invokevirtual(body.owner(), body.methodName(), invoked);
            case CONSTRUCTOR -> code.invokespecial(body.owner(), CONSTRUCTOR, invoked);
            case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER ->
                throw new IllegalStateException("a lambda's body is no field: " + body);
        }
        ClassDesc wantedResult = erased.returnType();
        if (wantedResult.equals(ConstantDescs.CD_void)) {
            switch (TypeKind.from(result())) {
                case VOID -> {}
                case LONG, DOUBLE -> code.pop2();
                default -> code.pop();
            }
        } else {
            convert(code, result(), actual.returnType());
            convert(code, actual.returnType(), wantedResult);
        }
        code.return_(TypeKind.from(wantedResult));
    }

    /** What the body takes, the receiver first where it has one. */
    private MethodTypeDesc parameters() {
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
        return switch (body.kind()) {
            case VIRTUAL, SPECIAL, INTERFACE_VIRTUAL, INTERFACE_SPECIAL ->
                type.insertParameterTypes(0, body.owner());
            default -> type;
        };
    }

    private ClassDesc result() {
        return body.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR
                ? body.owner()
                : MethodTypeDesc.ofDescriptor(body.lookupDescriptor()).returnType();
    }

    private static boolean converts(ClassDesc from, ClassDesc to) {
        if (from.equals(to)) {
            return true;
        }
        if (from.isPrimitive() && to.isPrimitive()) {
            return false;
        }
        if (from.isPrimitive()) {
            return !from.equals(ConstantDescs.CD_void)
                    && (to.equals(Boxes.of(from)) || to.equals(ConstantDescs.CD_Object));
        }
        if (to.isPrimitive()) {
            return !to.equals(ConstantDescs.CD_void)
                    && (from.equals(Boxes.of(to)) || from.equals(ConstantDescs.CD_Object));
        }
        return true;
    }

    private static void convert(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (from.equals(to)) {
            return;
        }
        if (from.isPrimitive()) {
            ClassDesc box = Boxes.of(from);
            code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, from));
        } else if (to.isPrimitive()) {
            ClassDesc box = Boxes.of(to);
            if (!from.equals(box)) {
                code.checkcast(box);
            }
            code.invokevirtual(box, to.displayName() + "Value", MethodTypeDesc.of(to));
        } else if (!to.equals(ConstantDescs.CD_Object)) {
            code.checkcast(to);
        }
    }

    private static String field(int index) {
        return "captured" + index;
    }
}
