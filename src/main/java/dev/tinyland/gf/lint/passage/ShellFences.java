package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shell text on pages: transcripts of a terminal, and plain fences that turn out to be commands. */
final class ShellFences {
    /** {@code $ }, {@code user@host:~$ }, {@code % } and {@code ❯ }; a {@code #} would be a comment. */
    private static final Pattern PROMPT = Pattern.compile("^\\s*(?:\\[?[\\w.-]+@[^$#%]*)?[$%\u276f]\\s+(?=\\S)");

    /** Programs whose names begin the lines of plain fences. */
    private static final Set<String> PROGRAMS = Set.of(
            "attic",
            "aws",
            "az",
            "bash",
            "bazel",
            "bazelisk",
            "brew",
            "cat",
            "cd",
            "chmod",
            "civo",
            "cp",
            "curl",
            "dig",
            "direnv",
            "docker",
            "doctl",
            "echo",
            "env",
            "export",
            "gcloud",
            "gh",
            "git",
            "glab",
            "gradle",
            "grep",
            "helm",
            "jbang",
            "jq",
            "just",
            "kubectl",
            "kubectx",
            "ls",
            "make",
            "mkdir",
            "mvn",
            "mv",
            "nix",
            "nix-build",
            "nix-env",
            "nix-shell",
            "nix-store",
            "nixos-rebuild",
            "node",
            "npm",
            "npx",
            "nslookup",
            "op",
            "openssl",
            "ping",
            "pip",
            "pnpm",
            "podman",
            "python",
            "python3",
            "rm",
            "rsync",
            "scp",
            "sed",
            "set",
            "skopeo",
            "sops",
            "source",
            "ssh",
            "sudo",
            "systemctl",
            "tar",
            "tee",
            "terraform",
            "tofu",
            "unset",
            "vault",
            "wget",
            "yarn");

    private static final Pattern ASSIGNMENT_THEN_PROGRAM =
            Pattern.compile("^(?:[A-Za-z_][A-Za-z0-9_]*=\\S*\\s+)*(?<program>\\S+)");

    private ShellFences() {}

    static boolean startsWithPrompt(Fragment content) {
        for (Fragment line : FencePassages.linesOf(content)) {
            if (!line.text().strip().startsWith("#")) {
                return PROMPT.matcher(line.text()).find();
            }
        }
        return false;
    }

    /** Whether the first line that is no comment begins with a program's name, and is no sentence. */
    static boolean looksLikeCommands(Fragment content) {
        for (Fragment line : FencePassages.linesOf(content)) {
            String text = line.text().strip();
            if (text.startsWith("#")) {
                continue;
            }
            Matcher matcher = ASSIGNMENT_THEN_PROGRAM.matcher(text);
            if (!matcher.find()) {
                return false;
            }
            String program = matcher.group("program");
            String name = program.substring(program.lastIndexOf('/') + 1);
            boolean path = program.startsWith("./") || program.startsWith("result/") || program.startsWith("/");
            boolean followed = matcher.end() == text.length() || text.charAt(matcher.end()) == ' ';
            return followed && (PROGRAMS.contains(name) || (path && text.contains(" ")));
        }
        return false;
    }

    /** The commands of a transcript as one script each, its output as blocks. */
    static List<Passage> session(Fence fence) {
        List<Passage> found = new ArrayList<>();
        boolean continued = false;
        int scriptStart = -1;
        int scriptEnd = -1;
        String text = fence.content().text();
        int at = 0;
        while (at < text.length()) {
            int lineBreak = text.indexOf('\n', at);
            int end = lineBreak < 0 ? text.length() : lineBreak;
            String line = text.substring(at, end);
            Matcher prompt = PROMPT.matcher(line);
            if (continued) {
                scriptEnd = end;
                continued = line.endsWith("\\");
            } else if (prompt.find()) {
                flush(fence, scriptStart, scriptEnd, found);
                scriptStart = at + prompt.end();
                scriptEnd = end;
                continued = line.endsWith("\\");
            } else if (!line.isBlank()) {
                flush(fence, scriptStart, scriptEnd, found);
                scriptStart = -1;
                output(fence, at, end, found);
            }
            at = end + 1;
        }
        flush(fence, scriptStart, scriptEnd, found);
        return found;
    }

    private static void flush(Fence fence, int start, int end, List<Passage> found) {
        if (start >= 0) {
            Fragment script = fence.content().slice(start, end);
            found.add(FencePassages.passage(script, Role.SCRIPT, FencePassages.SHELL, fence.label()));
        }
    }

    private static void output(Fence fence, int start, int end, List<Passage> found) {
        Fragment line = fence.content().slice(start, end);
        boolean comment = fence.label().isEmpty() && line.text().strip().startsWith("#");
        Optional<Label> label =
                comment ? Optional.of(new Label(Label.Kind.COMMENT, "comment", line.span())) : fence.label();
        found.add(FencePassages.passage(line, comment ? Role.COMMENT : Role.BLOCK, fence.language(), label));
    }
}
