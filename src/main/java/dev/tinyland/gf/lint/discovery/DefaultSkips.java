package dev.tinyland.gf.lint.discovery;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Files nobody should be asked to change: the record of the past, other people's trees, generated locks, inputs of tests.
 * The workflows GitHub runs are never among them, whatever they are called.
 */
final class DefaultSkips {
    private static final Set<String> VENDORED = Set.of(
            "vendor", "vendored", "third_party", "third-party", "node_modules", ".terraform", ".direnv", ".venv");
    private static final Set<String> FIXTURES =
            Set.of("fixtures", "__fixtures__", "testdata", "test-fixtures", "__snapshots__");
    private static final Set<String> CHANGELOGS =
            Set.of("changelog", "changelogs", "changes", "history", "release-notes");
    private static final Set<String> PAGES = Set.of("", "md", "markdown", "mdx", "txt", "rst", "adoc");
    private static final Set<String> LOCKS = Set.of(
            "package-lock.json",
            "npm-shrinkwrap.json",
            "pnpm-lock.yaml",
            "pnpm-lock.yml",
            "packages.lock.json",
            "composer.lock",
            "go.sum",
            ".terraform.lock.hcl",
            "maven_install.json",
            "actions.lock");

    private DefaultSkips() {}

    static Optional<SkipReason> reason(String path) {
        if (FileKinds.isWorkflowPath(path)) {
            return Optional.empty();
        }
        String lower = path.toLowerCase(Locale.ROOT);
        int last = lower.lastIndexOf('/');
        String name = lower.substring(last + 1);
        String[] folders = last < 0 ? new String[0] : lower.substring(0, last).split("/");
        for (String folder : folders) {
            if (VENDORED.contains(folder)) {
                return Optional.of(SkipReason.VENDORED);
            }
        }
        for (String folder : folders) {
            if (folder.equals("archive") || folder.equals("archived") || folder.equals("archives")) {
                return Optional.of(SkipReason.ARCHIVE);
            }
            if (folder.equals("evidence")) {
                return Optional.of(SkipReason.EVIDENCE);
            }
            if (FIXTURES.contains(folder)) {
                return Optional.of(SkipReason.FIXTURE);
            }
        }
        if (LOCKS.contains(name) || name.endsWith(".lock") || name.endsWith(".lock.json")) {
            return Optional.of(SkipReason.LOCK_FILE);
        }
        int dot = name.lastIndexOf('.');
        String stem = dot <= 0 ? name : name.substring(0, dot);
        String ending = dot <= 0 ? "" : name.substring(dot + 1);
        boolean inChangelogs = folders.length > 0
                && (folders[folders.length - 1].equals("changelog")
                        || folders[folders.length - 1].equals("changelogs"));
        if (PAGES.contains(ending) && (CHANGELOGS.contains(stem) || inChangelogs)) {
            return Optional.of(SkipReason.CHANGELOG);
        }
        return Optional.empty();
    }
}
