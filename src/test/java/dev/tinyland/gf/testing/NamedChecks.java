package dev.tinyland.gf.testing;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Which checks the tests of a class name: a method begins with the check's id, {@code bc001TheBucketIsGone}. */
public final class NamedChecks {
    private NamedChecks() {}

    /**
     * The ids, in capitals.
     *
     * @param prefix the letters of the ids, in small letters; three digits follow
     */
    public static Set<String> of(Class<?> tests, String prefix) {
        Set<String> named = new TreeSet<>();
        for (Method method : tests.getDeclaredMethods()) {
            if (method.getName().startsWith(prefix)) {
                named.add(method.getName().substring(0, prefix.length() + 3).toUpperCase(Locale.ROOT));
            }
        }
        return named;
    }
}
