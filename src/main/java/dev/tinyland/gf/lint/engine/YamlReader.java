package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.discovery.SkipReason;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Project;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.passage.Label;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.PassageFilter;
import dev.tinyland.gf.lint.passage.YamlPassages;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import dev.tinyland.gf.yaml.YamlProblem;
import dev.tinyland.gf.yaml.YamlResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads YAML files of one kind. */
final class YamlReader implements FileReader {
    private final Surface surface;
    private final YamlPassages passages;

    YamlReader(Surface surface, YamlPassages passages) {
        this.surface = surface;
        this.passages = passages;
    }

    @Override
    public FileReading read(SourceFile file, Project project) {
        YamlResult result = project.yaml(file.path())
                .orElseThrow(() -> new IllegalStateException("a YAML file that is not in the project"));
        return switch (result) {
            case YamlResult.Unreadable(YamlProblem problem) -> unreadable(file, problem);
            case YamlResult.Parsed parsed -> {
                List<FileReading.Problem> problems = new ArrayList<>();
                if (!isTemplate(file)) {
                    parsed.problems().forEach(problem -> problems.add(problem("", problem)));
                }
                FileReading.Model model = model(file, project);
                problems.addAll(leftOut(parsed, model));
                yield new FileReading.Understood(new ParsedTexts(file, parsed, passages), problems, model);
            }
        };
    }

    /** What GitHub would not run and therefore no rule judges; it must not look clean. */
    private List<FileReading.Problem> leftOut(YamlResult.Parsed parsed, FileReading.Model model) {
        if (surface != Surface.WORKFLOW && surface != Surface.ACTION) {
            return List.of();
        }
        List<FileReading.Problem> problems = new ArrayList<>();
        switch (model) {
            case FileReading.Model.OfWorkflow(Workflow workflow) ->
                workflow.problems().forEach(problem -> problems.add(problem("", problem)));
            case FileReading.Model.OfAction(ActionFile action) ->
                action.problems().forEach(problem -> problems.add(problem("", problem)));
            case FileReading.Model.OfDocument _, FileReading.Model.None _ ->
                problems.add(new FileReading.Problem(
                        parsed.documents().isEmpty()
                                ? Span.at(0)
                                : parsed.documents().getFirst().span(),
                        "This is neither a workflow (`on` and `jobs`) nor an action (`runs` with `using`)."));
        }
        if (parsed.documents().size() > 1) {
            problems.add(new FileReading.Problem(
                    parsed.documents().get(1).span(), "A second document stands here, and GitHub takes one per file."));
        }
        return problems;
    }

    private FileReading unreadable(SourceFile file, YamlProblem problem) {
        if (isTemplate(file)) {
            return new FileReading.PassedOver(SkipReason.TEMPLATE);
        }
        return new FileReading.Understood(
                FileReading.Texts.of(List.of()),
                List.of(problem("This is not YAML: ", problem)),
                new FileReading.Model.None());
    }

    /**
     * Text to be filled in by a program (Helm, Jinja) is named like YAML and is none before that; where it happens to be
     * some, its braces read as mappings in odd places.
     */
    private boolean isTemplate(SourceFile file) {
        return surface == Surface.CONFIGURATION
                && (file.text().contains("{{") || file.text().contains("{%"));
    }

    private FileReading.Model model(SourceFile file, Project project) {
        return switch (surface) {
            case ACTION ->
                project.action(file.path())
                        .<FileReading.Model>map(FileReading.Model.OfAction::new)
                        .orElseGet(FileReading.Model.None::new);
            case WORKFLOW ->
                project.workflow(file.path())
                        .<FileReading.Model>map(FileReading.Model.OfWorkflow::new)
                        .orElseGet(FileReading.Model.None::new);
            case DOCUMENT, CONFIGURATION, GITLAB_CI, HCL, JUSTFILE, SHELL, ENVIRONMENT, NIX, BAZELRC, JSON ->
                new FileReading.Model.None();
        };
    }

    private static FileReading.Problem problem(String introduction, YamlProblem problem) {
        String message = problem.message();
        String start =
                introduction.isEmpty() ? Character.toUpperCase(message.charAt(0)) + message.substring(1) : message;
        return new FileReading.Problem(problem.span(), introduction + start + ".");
    }

    /** Only comments are labelled in YAML. */
    private record ParsedTexts(SourceFile file, YamlResult.Parsed parsed, YamlPassages extractor)
            implements FileReading.Texts {

        @Override
        public List<Passage> passages(PassageFilter wanted) {
            return extractor.passages(file, parsed, wanted);
        }

        @Override
        public Map<Label.Kind, Integer> labelled() {
            int comments = parsed.comments().size();
            return comments == 0 ? Map.of() : Map.of(Label.Kind.COMMENT, comments);
        }
    }
}
