package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Host;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A folder of mode 0700 for what a plan leaves behind, files of mode 0600 in it. The plan file holds the whole state. */
record PlanFiles(Path folder) {
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Under {@code RUNNER_TEMP}, else the system's folder for temporary files. */
    static PlanFiles create(Host host, String prefix) throws IOException {
        Optional<Path> temporary = host.variable("RUNNER_TEMP").map(Path::of).filter(Files::isWritable);
        return new PlanFiles(
                temporary.isPresent()
                        ? Files.createTempDirectory(temporary.get(), prefix, FOLDER)
                        : Files.createTempDirectory(prefix, FOLDER));
    }

    Path plan() {
        return folder.resolve("plan.tfplan");
    }

    Path json() {
        return folder.resolve("plan.json");
    }

    Path redactedJson() {
        return folder.resolve("plan.redacted.json");
    }

    Path text() {
        return folder.resolve("plan.txt");
    }

    Path meta() {
        return folder.resolve("plan.meta.json");
    }

    /** An empty file of mode 0600. */
    Path empty(Path file) throws IOException {
        return Files.createFile(file, FILE);
    }

    void write(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.write(empty(file), content.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes away what could be applied. */
    void forbidApply() throws IOException {
        Files.deleteIfExists(plan());
    }

    /** Takes away everything. */
    void remove() throws IOException {
        for (Path file : new Path[] {plan(), json(), redactedJson(), text(), meta(), folder.resolve("gf.tfvars")}) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
