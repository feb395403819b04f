package dev.tinyland.gf.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the release tree of this checkout as it is now, made once for all of them. {@code -Drelease-tree=DIR} takes
 * one that is there already, for quick rounds.
 */
final class ReleaseTreeExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(ReleaseTree.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ReleaseTree.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent(Made.class, _ -> Made.now(), Made.class)
                .tree();
    }

    /** The tree and the folder to take away at the end. */
    private record Made(ReleaseTree tree, Path work) implements AutoCloseable {

        static Made now() {
            try {
                Path work = Files.createTempDirectory("gf-release-tree");
                String given = System.getProperty("release-tree", "");
                if (!given.isEmpty()) {
                    return new Made(new ReleaseTree(Path.of(given).toAbsolutePath(), java.util.Map.of()), work);
                }
                Path checkout = Checkout.copyOfThis(Files.createDirectory(work.resolve("checkout")));
                Path folder = work.resolve("tree");
                return new Made(
                        ReleaseTree.of(
                                folder,
                                ReleaseTree.command(checkout, folder.toString()).run()),
                        work);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the release tree was made", e);
            }
        }

        @Override
        public void close() throws IOException {
            List<Path> files;
            try (Stream<Path> all = Files.walk(work)) {
                files = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
