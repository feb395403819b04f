package dev.tinyland.gf.packaging;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * What the classes that stand for annotations have in common: the contract of {@link Annotation}. The build adds this
 * class to the jar and writes a subclass for every type of annotation, an attribute to a method.
 */
public abstract class PlainAnnotation implements Annotation {
    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!annotationType().isInstance(other)) {
            return false;
        }
        for (Method attribute : annotationType().getDeclaredMethods()) {
            if (!Arrays.deepEquals(
                    new Object[] {value(attribute, this)}, new Object[] {value(attribute, other)})) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int sum = 0;
        for (Method attribute : annotationType().getDeclaredMethods()) {
            // Of one value in a list the hash is 31 more than that of the value.
            int hash = Arrays.deepHashCode(new Object[] {value(attribute, this)}) - 31;
            sum += 127 * attribute.getName().hashCode() ^ hash;
        }
        return sum;
    }

    @Override
    public String toString() {
        return "@" + annotationType().getCanonicalName();
    }

    private static Object value(Method attribute, Object annotation) {
        try {
            return attribute.invoke(annotation);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(attribute.toString(), impossible);
        }
    }
}
