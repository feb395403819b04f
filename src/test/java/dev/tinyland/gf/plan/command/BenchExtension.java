package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.testing.TestTools;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Gives a test its own {@link Bench} and takes it down after it. */
final class BenchExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(BenchExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Bench.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OURS)
                .getOrComputeIfAbsent("bench", _ -> make(context.getRequiredTestClass()), Bench.class);
    }

    private static Bench make(Class<?> tests) {
        try {
            return Bench.in(Files.createTempDirectory("gf-bench-").toRealPath(), TestTools.tofu(tests));
        } catch (TestAbortedException missing) {
            throw missing;
        } catch (Exception broken) {
            throw new ParameterResolutionException("the bench cannot be set up", broken);
        }
    }
}
