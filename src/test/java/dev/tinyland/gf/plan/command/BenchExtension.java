package dev.tinyland.gf.plan.command;

import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its own {@link Bench} and takes it down after it. */
final class BenchExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(BenchExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Bench.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OURS).getOrComputeIfAbsent("bench", _ -> make(), Bench.class);
    }

    private static Bench make() {
        try {
            return Bench.in(Files.createTempDirectory("gf-bench-").toRealPath());
        } catch (Exception broken) {
            throw new ParameterResolutionException("the bench cannot be set up", broken);
        }
    }
}
