package dev.tinyland.gf.lint.rules;

import dev.tinyland.gf.contract.Publication;
import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Fence;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.lint.passage.Scripts;
import dev.tinyland.gf.lint.publication.PublicationJudge;
import dev.tinyland.gf.lint.publication.PushControl;
import dev.tinyland.gf.lint.publication.PushSite;
import dev.tinyland.gf.lint.publication.PushVerdict;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlParser;
import dev.tinyland.gf.yaml.YamlResult;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlWalker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pushes in the blocks of code of a page. Workflows, jobs and steps are judged as the ones in {@code .github/workflows} are:
 * by what their conditions let through.
 */
final class ExamplePushes {
    /** Languages whose lines hold commands although nothing here parses them. */
    private static final Set<String> CARRIERS = Set.of(
            "just", "justfile", "make", "makefile", "nix", "dockerfile", "docker", "groovy", "yaml", "yml", "diff");

    private static final Pattern COMMAND_LINE =
            Pattern.compile("(?:^|[\\s;&|@\"'(/])attic\\s+(?<verb>push|watch-store)(?=\\s|$)");

    private final RuleContext context;
    private final SourceFile file;
    private final boolean elsewhere;
    private final TaughtCommands commands;
    private final Scripts scripts = new Scripts();

    /** @param elsewhere whether commands of this page go to another server */
    ExamplePushes(RuleContext context, boolean elsewhere) {
        this.context = context;
        this.file = context.file();
        this.elsewhere = elsewhere;
        this.commands = new TaughtCommands(context.contract());
    }

    List<TaughtPush> in(Fence fence) {
        boolean yaml = fence.language().equals("yaml") || fence.language().equals("yml");
        if (yaml && YamlParser.parse(fence.content()) instanceof YamlResult.Parsed parsed) {
            List<TaughtPush> found = new ArrayList<>();
            for (YamlNode document : parsed.documents()) {
                found.addAll(in(document, fence));
            }
            return found;
        }
        return fence.passages().stream()
                .filter(passage -> passage.label().isEmpty())
                .flatMap(passage -> in(passage).stream())
                .toList();
    }

    private List<TaughtPush> in(YamlNode document, Fence fence) {
        ExampleWorkflows example = new ExampleWorkflows(file, document);
        PublicationJudge judge = new PublicationJudge(context.contract(), context.project(), context.defaultBranch());
        Optional<ActionFile> action = example.action();
        if (action.isPresent()) {
            return taught(judge.judge(action.get(), PathClass.PILOT), fence);
        }
        Optional<Workflow> workflow = example.workflow();
        if (workflow.isPresent()) {
            List<PushVerdict> verdicts = judge.judge(workflow.get(), PathClass.PILOT);
            boolean probe = judge.judge(workflow.get(), PathClass.PROBE).isEmpty();
            return probe ? List.of() : taught(verdicts, fence);
        }
        return inPipeline(document, fence);
    }

    /** One push for each place, the omitted switch left out where the example has no token to push with. */
    private List<TaughtPush> taught(List<PushVerdict> verdicts, Fence fence) {
        Publication publication = context.contract().publication();
        boolean token = fence.content().text().contains(publication.tokenVariable());
        List<TaughtPush> found = new ArrayList<>();
        for (PushVerdict verdict : verdicts) {
            PushSite site = verdict.site();
            boolean ofPlatform = site.input()
                    .map(PushControl.Input::input)
                    .filter(publication.pushInput()::equals)
                    .isPresent();
            boolean idle = site.omitted() && ofPlatform && !token;
            boolean foreign = elsewhere && !site.uses();
            if (!idle && !foreign) {
                found.add(new TaughtPush(verdict.span(), what(site), verdict.truth() == Truth.TRUE));
            }
        }
        return found;
    }

    private String what(PushSite site) {
        if (!site.uses()) {
            return "`" + site.what() + "`";
        }
        int version = site.what().indexOf('@');
        String path = version < 0 ? site.what() : site.what().substring(0, version);
        String name = "`" + path.substring(path.lastIndexOf('/') + 1) + "`";
        if (site.input().isEmpty()) {
            return name + " always pushes";
        }
        PushControl.Input input = site.input().get();
        if (site.omitted()) {
            return name + " pushes unless `" + input.input() + "` says otherwise";
        }
        return "`" + input.input() + "` of " + name + " is "
                + input.given().map(file::text).orElse("an expression");
    }

    /** Pipelines of other systems: a job whose rules name the default branch and the token is gated. */
    private List<TaughtPush> inPipeline(YamlNode document, Fence fence) {
        List<TaughtPush> found = new ArrayList<>();
        for (Passage passage : fence.passages()) {
            if (passage.label().isEmpty()
                    && passage.role() == Role.SCRIPT
                    && document.span().contains(passage.text().span())
                    && !isGated(document, passage)) {
                found.addAll(commands(passage));
            }
        }
        return found;
    }

    private boolean isGated(YamlNode document, Passage script) {
        if (!(document instanceof YamlMapping root) || script.path().isEmpty()) {
            return false;
        }
        Optional<YamlNode> job = root.get(script.path().getFirst());
        if (job.isEmpty() || !(job.get() instanceof YamlMapping mapping)) {
            return false;
        }
        StringBuilder conditions = new StringBuilder();
        for (String key : List.of("rules", "only")) {
            mapping.get(key)
                    .ifPresent(node -> YamlWalker.walk(node, (path, part) -> {
                        if (part instanceof YamlScalar scalar) {
                            conditions.append(scalar.value()).append('\n');
                        }
                    }));
        }
        String text = conditions.toString();
        boolean branch = text.contains("CI_DEFAULT_BRANCH")
                || Pattern.compile("(?<![\\w/-])" + Pattern.quote(context.defaultBranch()) + "(?![\\w/-])")
                        .matcher(text)
                        .find();
        return branch && text.contains(context.contract().publication().tokenVariable());
    }

    private List<TaughtPush> in(Passage passage) {
        if (Scripts.isShell(passage)) {
            return commands(passage);
        }
        if (elsewhere || passage.role() != Role.BLOCK || !CARRIERS.contains(passage.language())) {
            return List.of();
        }
        Matcher matcher = COMMAND_LINE.matcher(passage.text().text());
        if (!matcher.find()) {
            return List.of();
        }
        int start = passage.text().text().indexOf("attic", matcher.start());
        Span span = passage.text().toSource(start, matcher.end());
        return List.of(new TaughtPush(span, "`attic " + matcher.group("verb") + "`", false));
    }

    private List<TaughtPush> commands(Passage passage) {
        List<TaughtPush> found = new ArrayList<>();
        if (elsewhere) {
            return found;
        }
        for (CommandSite site : scripts.commands(passage)) {
            commands.publication(site.command())
                    .filter(what -> !site.isGuardText(site.span()))
                    .ifPresent(what -> found.add(new TaughtPush(
                            site.span(), "`" + what + "`", site.command().name().certain())));
        }
        return found;
    }
}
