package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.hcl.HclFile;
import dev.tinyland.gf.hcl.HclParser;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.LineIndex;
import dev.tinyland.gf.text.Span;
import dev.tinyland.gf.yaml.YamlParser;
import dev.tinyland.gf.yaml.YamlResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a block of code on a page by the language it says, or by what it looks like. */
final class FencePassages {
    static final String SHELL = "bash";

    private static final Set<String> SHELLS = Set.of("bash", "sh", "shell", "zsh", "ksh", "shellscript", "fish");
    private static final Set<String> SESSIONS =
            Set.of("console", "shell-session", "shellsession", "sh-session", "terminal", "bash-session");
    private static final Set<String> YAMLS = Set.of("yaml", "yml", "json", "github-actions-workflow", "gitlab-ci");
    private static final Set<String> HCLS = Set.of("hcl", "terraform", "tf", "tofu", "opentofu", "tfvars");
    private static final Set<String> VARIABLES = Set.of("env", "dotenv", "envrc", "properties", "environment");
    private static final Set<String> OUTPUT = Set.of("text", "txt", "output", "log", "plaintext", "plain");

    private static final Pattern ASSIGNMENT =
            Pattern.compile("^\\s*(?:export\\s+)?(?<key>[\\w.-]+)\\s*=\\s*(?<value>.*?)\\s*$");

    private FencePassages() {}

    static List<Passage> of(Fence fence) {
        String language = fence.language();
        if (SHELLS.contains(language)) {
            return ShellFences.startsWithPrompt(fence.content()) ? ShellFences.session(fence) : script(fence);
        }
        if (SESSIONS.contains(language)) {
            return ShellFences.startsWithPrompt(fence.content()) ? ShellFences.session(fence) : script(fence);
        }
        if (YAMLS.contains(language)) {
            return yaml(fence);
        }
        if (HCLS.contains(language)) {
            return hcl(fence);
        }
        if (VARIABLES.contains(language)) {
            return variables(fence);
        }
        if (language.equals("diff") || language.equals("patch")) {
            return difference(fence);
        }
        if (language.isEmpty() || OUTPUT.contains(language)) {
            if (ShellFences.startsWithPrompt(fence.content())) {
                return ShellFences.session(fence);
            }
            if (language.isEmpty() && ShellFences.looksLikeCommands(fence.content())) {
                return script(fence);
            }
        }
        return lines(fence);
    }

    private static List<Passage> script(Fence fence) {
        return List.of(passage(fence.content(), Role.SCRIPT, SHELL, fence.label()));
    }

    private static List<Passage> yaml(Fence fence) {
        return switch (YamlParser.parse(fence.content())) {
            case YamlResult.Parsed parsed -> YamlFences.passages(parsed, fence);
            case YamlResult.Unreadable _ -> lines(fence);
        };
    }

    /** A fragment with an ellipsis or a lone block is no HCL; its lines are read as they are. */
    private static List<Passage> hcl(Fence fence) {
        HclFile parsed = HclParser.parse(fence.content());
        if (!parsed.problems().isEmpty()) {
            return lines(fence);
        }
        return new HclPassages()
                .passages(parsed, fence.content()).stream()
                        .map(passage -> new Passage(
                                passage.text(),
                                Surface.DOCUMENT,
                                passage.role(),
                                passage.role() == Role.SCRIPT ? SHELL : "hcl",
                                passage.path(),
                                fence.label().or(passage::label)))
                        .toList();
    }

    private static List<Passage> variables(Fence fence) {
        List<Passage> found = new ArrayList<>();
        for (Fragment line : linesOf(fence.content())) {
            Matcher matcher = ASSIGNMENT.matcher(line.text());
            if (matcher.matches()) {
                found.add(new Passage(
                        line.slice(matcher.start("value"), matcher.end("value")),
                        Surface.DOCUMENT,
                        Role.VALUE,
                        fence.language(),
                        List.of(matcher.group("key")),
                        fence.label()));
            } else {
                found.add(line(line, fence));
            }
        }
        return found;
    }

    /** The lines a difference takes away are no longer taught. */
    private static List<Passage> difference(Fence fence) {
        List<Passage> found = new ArrayList<>();
        for (Fragment line : linesOf(fence.content())) {
            boolean marked = line.text().startsWith("+") || line.text().startsWith("-");
            Optional<Label> label = fence.label();
            if (label.isEmpty() && line.text().startsWith("-")) {
                label = Optional.of(new Label(Label.Kind.LEGACY, "removed line", line.span()));
            }
            found.add(passage(marked ? line.slice(1, line.length()) : line, Role.BLOCK, fence.language(), label));
        }
        return found;
    }

    static List<Passage> lines(Fence fence) {
        return linesOf(fence.content()).stream().map(line -> line(line, fence)).toList();
    }

    private static Passage line(Fragment line, Fence fence) {
        if (fence.label().isEmpty() && isComment(line.text().strip(), fence.language())) {
            Label comment = new Label(Label.Kind.COMMENT, "comment", line.span());
            return passage(line, Role.COMMENT, fence.language(), Optional.of(comment));
        }
        return passage(line, Role.BLOCK, fence.language(), fence.label());
    }

    private static boolean isComment(String line, String language) {
        return switch (language) {
            case "mermaid" -> line.startsWith("%%");
            case "ini" -> line.startsWith("#") || line.startsWith(";");
            case "js", "javascript", "ts", "typescript", "java", "go", "rust", "jsonc", "json5", "c", "cpp" ->
                line.startsWith("//");
            case "hcl", "terraform", "tf", "tofu" -> line.startsWith("#") || line.startsWith("//");
            case "sql", "lua", "haskell" -> line.startsWith("--");
            case "markdown", "md", "mdx", "html", "xml", "text", "txt", "output", "log" -> false;
            default -> line.startsWith("#");
        };
    }

    static Passage passage(Fragment text, Role role, String language, Optional<Label> label) {
        return new Passage(text, Surface.DOCUMENT, role, language, List.of(), label);
    }

    /** The lines of a block that hold more than blanks, without their line breaks. */
    static List<Fragment> linesOf(Fragment content) {
        LineIndex index = new LineIndex(content.text());
        List<Fragment> found = new ArrayList<>();
        for (int number = 1; number <= index.lineCount(); number++) {
            Span span = index.lineSpan(number);
            Fragment line = content.slice(span.start(), span.end());
            if (!line.text().isBlank()) {
                found.add(line);
            }
        }
        return found;
    }
}
