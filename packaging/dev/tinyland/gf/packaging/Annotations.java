package dev.tinyland.gf.packaging;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * picocli's annotations of one class as the build wrote them into the jar, and its annotated fields without reflection.
 * The build adds this class to the jar, writes a subclass for every class that has such annotations, fills in
 * {@link #of} and has picocli ask here where it asked {@link AnnotatedElement}s, classes and fields. Of everything that
 * the build did not write down reflection is asked as before.
 */
public abstract class Annotations {
    private static final Method[] NO_METHODS = {};

    /** Made when they are asked for, as reflection does; of the class itself at 0, of its fields behind. */
    private final Annotation[][] made;

    /** @param size one more than the class has annotated fields */
    protected Annotations(int size) {
        made = new Annotation[size][];
    }

    /** Where a field stands; -1 for a field without picocli's annotations. */
    protected abstract int index(String field);

    /** The annotations of the class (0) or of a field. */
    protected abstract Annotation[] make(int index);

    /** The value of a field. */
    protected abstract Object read(int index, Field field, Object owner) throws IllegalAccessException;

    /** Sets a field. */
    protected abstract void write(int index, Field field, Object owner, Object value) throws IllegalAccessException;

    /** What the build wrote of a class; null for every class of which it wrote nothing. */
    static Annotations of(Class<?> type) {
        throw new IllegalStateException("the build writes the body of this method: " + type);
    }

    /** As {@link AnnotatedElement#isAnnotationPresent}. */
    public static boolean isAnnotationPresent(AnnotatedElement element, Class<? extends Annotation> type) {
        return getAnnotation(element, type) != null;
    }

    /** As {@link AnnotatedElement#getAnnotation}. */
    public static Annotation getAnnotation(AnnotatedElement element, Class<? extends Annotation> type) {
        if (type.getName().startsWith("picocli.CommandLine$")) {
            if (element instanceof Field field) {
                Annotations data = of(field.getDeclaringClass());
                if (data != null) {
                    int index = data.index(field.getName());
                    return index < 0 ? null : data.find(index, type);
                }
            } else if (element instanceof Class<?> annotated) {
                if (annotated == Object.class) {
                    return null;
                }
                Annotations data = of(annotated);
                if (data != null) {
                    return data.find(0, type);
                }
            }
        }
        return element.getAnnotation(type);
    }

    /** As {@link Class#getDeclaredMethods}, for somebody who looks for annotated ones: the build saw that none is. */
    public static Method[] getDeclaredMethods(Class<?> type) {
        return type == Object.class || of(type) != null ? NO_METHODS : type.getDeclaredMethods();
    }

    /** As {@link Class#getMethods}, for somebody who looks for annotated ones. */
    public static Method[] getMethods(Class<?> type) {
        return type == Object.class || of(type) != null ? NO_METHODS : type.getMethods();
    }

    /** As {@link Field#get} of a field that is accessible. */
    public static Object get(Field field, Object owner) throws IllegalAccessException {
        Annotations data = of(field.getDeclaringClass());
        int index = data == null ? -1 : data.index(field.getName());
        return index < 0 ? field.get(owner) : data.read(index, field, owner);
    }

    /** As {@link Field#set} of a field that is accessible. */
    public static void set(Field field, Object owner, Object value) throws IllegalAccessException {
        Annotations data = of(field.getDeclaringClass());
        int index = data == null ? -1 : data.index(field.getName());
        if (index < 0) {
            field.set(owner, value);
        } else {
            data.write(index, field, owner, value);
        }
    }

    private Annotation find(int index, Class<? extends Annotation> type) {
        for (Annotation each : all(index)) {
            if (type.isInstance(each)) {
                return each;
            }
        }
        return null;
    }

    private synchronized Annotation[] all(int index) {
        Annotation[] all = made[index];
        if (all == null) {
            all = make(index);
            made[index] = all;
        }
        return all;
    }
}
