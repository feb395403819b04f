package dev.tinyland.gf.access.kubeconfig;

import dev.tinyland.gf.access.PrivateFile;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.ContractFiles;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ShownPath;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gf kubeconfig-cleanup}: for a step with {@code if: always()}. It removes the one file it is given, never a folder of the user's. */
@Command(
        name = "kubeconfig-cleanup",
        description = "Removes the file gf kubeconfig wrote, and blanks the variables that name it.",
        footer = {"%nExample:", "  gf kubeconfig-cleanup --path FILE --sha256 DIGEST"})
public final class KubeconfigCleanupCommand extends ToolCommand {
    @Option(names = "--path", paramLabel = "FILE", description = "Output path of the kubeconfig step.")
    private @Nullable Path path;

    @Option(names = "--sha256", paramLabel = "DIGEST", description = "Output sha256 of the kubeconfig step.")
    private @Nullable String sha256;

    public KubeconfigCleanupCommand(Host host) {
        super(host, "kubeconfig-cleanup", CleanupVerdict.values());
    }

    @Override
    protected Conclusion judge(Run run) throws IOException {
        if (path == null) {
            Optional<Path> left = leftBehind(run);
            if (left.isPresent()) {
                run.next("pass the outputs path and sha256 of the kubeconfig step");
                return end(
                        run,
                        Status.WARN,
                        "no path was given, and KUBECONFIG names a file of a kubeconfig step that is still there",
                        CleanupVerdict.NOTHING_THERE);
            }
            return end(
                    run,
                    Status.PASS,
                    "no path was given, and KUBECONFIG names no file of a kubeconfig step",
                    CleanupVerdict.NOTHING_THERE);
        }
        Path file = run.resolve(path);
        run.subject(ShownPath.of(file));
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            blank(run, file);
            return end(run, Status.PASS, "there is no such file", CleanupVerdict.NOTHING_THERE);
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return end(run, Status.FAIL, "the path names no regular file", CleanupVerdict.REFUSED);
        }
        if (sha256 == null) {
            return end(run, Status.FAIL, "no sha256 was given to know the file by", CleanupVerdict.REFUSED);
        }
        if (!PrivateFile.digest(Files.readAllBytes(file)).equals(sha256)) {
            return end(run, Status.FAIL, "the file is not the one that was written", CleanupVerdict.REFUSED);
        }
        try {
            Files.delete(file);
            removeFolder(file);
        } catch (IOException e) {
            run.next("remove it by hand, or end the runner: rm -f " + ShownPath.of(file));
            return end(run, Status.FAIL, "the file cannot be removed", CleanupVerdict.NOT_REMOVED);
        }
        blank(run, file);
        return end(run, Status.PASS, "removed", CleanupVerdict.REMOVED);
    }

    private Optional<Path> leftBehind(Run run) {
        return host().variable("KUBECONFIG")
                .filter(value -> value.contains(KubeconfigJudge.FOLDER_PREFIX))
                .map(value -> run.resolve(Path.of(value)))
                .filter(file -> inOurFolder(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    private static boolean inOurFolder(Path file) {
        Path folder = file.getParent();
        return folder != null
                && folder.getFileName() != null
                && folder.getFileName().toString().startsWith(KubeconfigJudge.FOLDER_PREFIX);
    }

    private static void removeFolder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null && inOurFolder(file)) {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException others) {
                // kubectl may have kept a cache beside the file; it holds no credential and goes with RUNNER_TEMP.
            }
        }
    }

    private void blank(Run run, Path file) throws IOException {
        Contract contract = ContractFiles.contract(run.contract());
        boolean ours = ClientVariables.paths(contract).stream()
                .anyMatch(
                        variable -> file.toString().equals(host().environment().get(variable)));
        if (ours) {
            for (String variable : ClientVariables.all(contract)) {
                if (host().variable(variable).isPresent()) {
                    run.export(variable, "");
                }
            }
        }
    }

    private static Conclusion end(Run run, Status status, String observed, CleanupVerdict verdict) throws IOException {
        run.check(Check.required("KCC01", "the file is gone", status, "no file at the path", observed));
        if (verdict == CleanupVerdict.REFUSED) {
            run.next("look at what stands there, and pass the outputs path and sha256 of the kubeconfig step as they"
                    + " are");
        }
        return Conclusion.of(verdict);
    }
}
