package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlParser;
import dev.tinyland.gf.yaml.YamlResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A project over files that are already read. Parses when asked and keeps what it parsed until it is released; safe for
 * several threads.
 */
public final class FileProject implements Project {
    private final Map<String, SourceFile> files;
    private final Map<String, SourceFile> others;
    private final Map<String, YamlResult> parsed = new ConcurrentHashMap<>();
    private final Map<String, Optional<Workflow>> workflows = new ConcurrentHashMap<>();
    private final Map<String, Optional<ActionFile>> actions = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, List<Caller>> callers;

    public FileProject(Collection<SourceFile> files) {
        this(files, List.of());
    }

    /**
     * @param files YAML files
     * @param others files of other kinds that a rule may want beside the one it judges
     */
    public FileProject(Collection<SourceFile> files, Collection<SourceFile> others) {
        this.files = new TreeMap<>();
        files.forEach(file -> this.files.put(file.path(), file));
        this.others = new TreeMap<>();
        others.forEach(file -> this.others.put(file.path(), file));
    }

    @Override
    public Optional<SourceFile> file(String path) {
        SourceFile file = files.get(path);
        return Optional.ofNullable(file != null ? file : others.get(path));
    }

    /**
     * Lets go of what was parsed of a file that is judged: of thousands of files few are ever asked for by another one, and
     * those are parsed again.
     */
    public void release(String path) {
        parsed.remove(path);
        workflows.remove(path);
        actions.remove(path);
    }

    @Override
    public Optional<YamlResult> yaml(String path) {
        SourceFile file = files.get(path);
        return file == null ? Optional.empty() : Optional.of(yaml(file));
    }

    private YamlResult yaml(SourceFile file) {
        YamlResult known = parsed.get(file.path());
        return known != null
                ? known
                : parsed.computeIfAbsent(file.path(), missing -> YamlParser.parse(Fragment.whole(file)));
    }

    @Override
    public Optional<Workflow> workflow(String path) {
        Optional<Workflow> known = workflows.get(path);
        return known != null ? known : workflows.computeIfAbsent(path, this::readWorkflow);
    }

    private Optional<Workflow> readWorkflow(String path) {
        SourceFile file = files.get(path);
        if (file == null) {
            return Optional.empty();
        }
        YamlMapping root = root(file);
        return root != null && WorkflowReader.isWorkflow(root)
                ? Optional.of(WorkflowReader.read(file, root))
                : Optional.empty();
    }

    @Override
    public Optional<ActionFile> action(String path) {
        Optional<ActionFile> known = actions.get(path);
        return known != null ? known : actions.computeIfAbsent(path, this::readAction);
    }

    private Optional<ActionFile> readAction(String path) {
        SourceFile file = files.get(path);
        if (file == null) {
            return Optional.empty();
        }
        YamlMapping root = root(file);
        return root != null && (UsesPath.isActionFile(path) || ActionReader.isAction(root))
                ? Optional.of(ActionReader.read(file, root))
                : Optional.empty();
    }

    @Override
    public List<SourceFile> actionFiles() {
        return files.values().stream()
                .filter(file -> UsesPath.isActionFile(file.path()))
                .toList();
    }

    private @Nullable YamlMapping root(SourceFile file) {
        return yaml(file) instanceof YamlResult.Parsed good
                        && !good.documents().isEmpty()
                        && good.documents().getFirst() instanceof YamlMapping mapping
                ? mapping
                : null;
    }

    @Override
    public Reference resolveAction(String uses) {
        return resolve(
                uses,
                path -> UsesPath.actionFiles(path).stream()
                        .flatMap(candidate -> action(candidate).stream())
                        .findFirst(),
                Reference.LocalAction::new);
    }

    @Override
    public Reference resolveWorkflow(String uses) {
        return resolve(uses, this::workflow, Reference.LocalWorkflow::new);
    }

    private static <T> Reference resolve(String uses, Function<String, Optional<T>> find, Found<T> found) {
        Reference written = UsesPath.read(uses);
        return switch (written) {
            case Reference.Absent(String path) -> {
                Optional<T> here = find.apply(path);
                yield here.isPresent()
                        ? found.reference(here.get(), true)
                        : byTail(path, find)
                                .map(target -> found.reference(target, false))
                                .orElse(written);
            }
            case Reference.Remote(String repository, String path, String ref) ->
                (path.isEmpty() ? Optional.<T>empty() : byTail(path, find))
                        .map(target -> found.reference(target, false))
                        .orElse(written);
            case Reference.LocalAction local -> local;
            case Reference.LocalWorkflow local -> local;
            case Reference.ContainerImage image -> image;
            case Reference.Undecided undecided -> undecided;
        };
    }

    /** A repository checked out below this one's folder is often this one: its path then ends like one here. */
    private static <T> Optional<T> byTail(String path, Function<String, Optional<T>> find) {
        int tail = path.indexOf(".github/");
        return tail < 0 ? Optional.empty() : find.apply(path.substring(tail));
    }

    @Override
    public List<Caller> callers(String path) {
        Map<String, List<Caller>> known = callers;
        if (known == null) {
            known = new CallerIndex(this).of(files.values());
            callers = known;
        }
        return known.getOrDefault(path, List.of());
    }

    /** Makes a reference to what was found here. */
    @FunctionalInterface
    private interface Found<T> {
        Reference reference(T target, boolean certain);
    }
}
