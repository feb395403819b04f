import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes methods that make given records again: each by its canonical constructor, what is in it by the factories of
 * the JDK, maps in their order. Knows what the reader of the contract can make and refuses all else.
 */
final class RecordCode {
    private static final ClassDesc LIST = ClassDesc.of("java.util.List");
    private static final ClassDesc MAP = ClassDesc.of("java.util.Map");
    private static final ClassDesc LINKED_MAP = ClassDesc.of("java.util.LinkedHashMap");
    private static final ClassDesc OPTIONAL = ClassDesc.of("java.util.Optional");
    private static final String CONSTRUCTOR = "<init>";
    /** {@code List.of} has a method for each number of elements up to this one. */
    private static final int MOST_ELEMENTS = 10;
    /** A constant holds 65,535 bytes, a character at most three of them. */
    private static final int LONGEST_TEXT = 21_845;

    private final ClassBuilder builder;
    private final ClassDesc owner;
    private final String ownPackage;
    /** Records whose methods are still to be written; their names count on. */
    private final Deque<Pending> pending = new ArrayDeque<>();

    private int records;

    /**
     * @param builder builds the class that gets the methods
     * @param owner that class
     */
    RecordCode(ClassBuilder builder, ClassDesc owner) {
        this.builder = builder;
        this.owner = owner;
        this.ownPackage = owner.packageName();
    }

    /** How many records the methods make. */
    int records() {
        return records;
    }

    /**
     * Adds a public static method without parameters that gives an equal record.
     *
     * @throws IllegalArgumentException when something in the record cannot be made by code; it says where that is
     */
    void method(String name, Record record) {
        records++;
        method(name, record, ClassFile.ACC_PUBLIC, record.getClass().getSimpleName());
        while (!pending.isEmpty()) {
            Pending next = pending.remove();
            method(next.name(), next.record(), ClassFile.ACC_PRIVATE, next.path());
        }
    }

    private void method(String name, Record record, int access, String path) {
        ClassDesc type = descriptor(accessible(record.getClass(), path));
        builder.withMethodBody(name, MethodTypeDesc.of(type), access | ClassFile.ACC_STATIC, code -> {
            code.new_(type).dup();
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                value(code, component(record, component), component.getType(), path + "." + component.getName());
            }
            MethodTypeDesc canonical = MethodTypeDesc.of(ConstantDescs.CD_void, parameters(record.getClass()));
            code.invokespecial(type, CONSTRUCTOR, canonical).areturn();
        });
    }

    /** Leaves the value on the stack: unboxed where the wanted type is a primitive one. */
    private void value(CodeBuilder code, Object value, Class<?> wanted, String path) {
        switch (value) {
            case null -> throw refused(path, "null");
            case String text -> {
                if (text.length() > LONGEST_TEXT) {
                    throw refused(path, "a text of " + text.length() + " characters");
                }
                code.loadConstant(text);
            }
            case Boolean flag -> {
                code.loadConstant(flag ? 1 : 0);
                box(code, wanted, ConstantDescs.CD_Boolean, ConstantDescs.CD_boolean);
            }
            case Integer number -> {
                code.loadConstant(number.intValue());
                box(code, wanted, ConstantDescs.CD_Integer, ConstantDescs.CD_int);
            }
            case Long number -> {
                code.loadConstant(number.longValue());
                box(code, wanted, ConstantDescs.CD_Long, ConstantDescs.CD_long);
            }
            case Enum<?> constant -> {
                ClassDesc type = descriptor(accessible(constant.getDeclaringClass(), path));
                code.getstatic(type, constant.name(), type);
            }
            case Optional<?> optional -> {
                if (optional.isEmpty()) {
                    code.invokestatic(OPTIONAL, "empty", MethodTypeDesc.of(OPTIONAL));
                } else {
                    value(code, optional.get(), Object.class, path);
                    code.invokestatic(OPTIONAL, "of", MethodTypeDesc.of(OPTIONAL, ConstantDescs.CD_Object));
                }
            }
            case List<?> list -> list(code, list, path);
            case Map<?, ?> map -> {
                code.new_(LINKED_MAP).dup().invokespecial(LINKED_MAP, CONSTRUCTOR, ConstantDescs.MTD_void);
                map.forEach((key, element) -> {
                    code.dup();
                    value(code, key, Object.class, path + " (a key)");
                    value(code, element, Object.class, path + "." + key);
                    code.invokeinterface(
                                    MAP,
                                    "put",
                                    MethodTypeDesc.of(
                                            ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                            .pop();
                });
            }
            case Record record -> {
                // A method for each: a method's code may not be longer than 65,535 bytes.
                String name = "record" + ++records;
                pending.add(new Pending(name, record, path));
                code.invokestatic(owner, name, MethodTypeDesc.of(descriptor(record.getClass())));
            }
            default -> throw refused(path, "a " + value.getClass().getName());
        }
    }

    private void list(CodeBuilder code, List<?> list, String path) {
        boolean array = list.size() > MOST_ELEMENTS;
        if (array) {
            code.loadConstant(list.size()).anewarray(ConstantDescs.CD_Object);
        }
        for (int index = 0; index < list.size(); index++) {
            if (array) {
                code.dup().loadConstant(index);
            }
            value(code, list.get(index), Object.class, path + "[" + index + "]");
            if (array) {
                code.aastore();
            }
        }
        ClassDesc[] parameters = new ClassDesc[array ? 1 : list.size()];
        Arrays.fill(parameters, array ? ConstantDescs.CD_Object.arrayType() : ConstantDescs.CD_Object);
        code.invokestatic(LIST, "of", MethodTypeDesc.of(LIST, parameters), true);
    }

    private static void box(CodeBuilder code, Class<?> wanted, ClassDesc box, ClassDesc primitive) {
        if (!wanted.isPrimitive()) {
            code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, primitive));
        }
    }

    private static ClassDesc[] parameters(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> descriptor(component.getType()))
                .toArray(ClassDesc[]::new);
    }

    /** A record's canonical constructor can be called wherever the record can be named. */
    private Class<?> accessible(Class<?> type, String path) {
        int modifiers = type.getModifiers();
        if (Modifier.isPrivate(modifiers)
                || !Modifier.isPublic(modifiers) && !type.getPackageName().equals(ownPackage)) {
            throw refused(path, "a " + type.getName() + ", which nothing else may name,");
        }
        return type;
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("cannot read " + component, unreadable);
        }
    }

    private static ClassDesc descriptor(Class<?> type) {
        return ClassDesc.ofDescriptor(type.descriptorString());
    }

    private record Pending(String name, Record record, String path) {}

    private static IllegalArgumentException refused(String path, String what) {
        return new IllegalArgumentException(path + ": " + what + " cannot be made by code; packaging/RecordCode.java"
                + " says what can, and what cannot must learn it there");
    }
}
