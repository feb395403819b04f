package dev.tinyland.gf;

import dev.tinyland.gf.access.attachment.CacheAttachmentCommand;
import dev.tinyland.gf.access.backend.BackendConfigCommand;
import dev.tinyland.gf.access.kubeconfig.KubeconfigCleanupCommand;
import dev.tinyland.gf.access.kubeconfig.KubeconfigCommand;
import dev.tinyland.gf.access.preflight.InfoCommand;
import dev.tinyland.gf.access.preflight.TofuPreflightCommand;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.Pause;
import dev.tinyland.gf.arc.command.ArcCanaryCommand;
import dev.tinyland.gf.arc.command.ArcInspectCommand;
import dev.tinyland.gf.arc.command.ArcPlanCommand;
import dev.tinyland.gf.comment.command.CommentCommand;
import dev.tinyland.gf.lint.command.LintCommands;
import dev.tinyland.gf.plan.command.TofuApplyCommand;
import dev.tinyland.gf.plan.command.TofuPlanCommand;
import dev.tinyland.gf.state.push.TofuStatePushCommand;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The tools by name. Each is made only when it is asked for: putting all of them together costs more than most of them
 * do, and would load the clients of S3 and GitHub for a linter that talks to nobody. A string switch, for a table of
 * constructors costs a class for each.
 */
final class Tools {
    /** Writes the completion script of the whole program. */
    static final String COMPLETION = "generate-completion";

    /** Every tool, in the order of the help text. */
    static final List<String> NAMES = List.of(
            "lint",
            "kubeconfig",
            "kubeconfig-cleanup",
            "backend-config",
            "cache-attachment",
            "tofu-preflight",
            "tofu-plan",
            "tofu-apply",
            "tofu-state-push",
            "arc-plan",
            "arc-inspect",
            "arc-canary",
            "comment",
            "info",
            COMPLETION);

    private Tools() {}

    /**
     * The tool's command with every subcommand of its own.
     *
     * @param name one of {@link #NAMES}
     */
    static CommandLine command(String name, Host host) {
        return switch (name) {
            case "lint" -> LintCommands.command(host);
            case "kubeconfig" -> new CommandLine(new KubeconfigCommand(host));
            case "kubeconfig-cleanup" -> new CommandLine(new KubeconfigCleanupCommand(host));
            case "backend-config" -> new CommandLine(new BackendConfigCommand(host));
            case "cache-attachment" -> new CommandLine(new CacheAttachmentCommand(host));
            case "tofu-preflight" -> new CommandLine(new TofuPreflightCommand(host));
            case "tofu-plan" -> new CommandLine(new TofuPlanCommand(host));
            case "tofu-apply" -> new CommandLine(new TofuApplyCommand(host));
            case "tofu-state-push" -> new CommandLine(new TofuStatePushCommand(host));
            case "arc-plan" -> new CommandLine(new ArcPlanCommand(host));
            case "arc-inspect" -> new CommandLine(new ArcInspectCommand(host));
            case "arc-canary" -> new CommandLine(new ArcCanaryCommand(host, Pause.real()));
            case "comment" -> new CommandLine(new CommentCommand(host));
            case "info" -> new CommandLine(new InfoCommand(host));
            case COMPLETION -> new CommandLine(new AutoComplete.GenerateCompletion());
            default -> throw new IllegalArgumentException("no tool is called " + name);
        };
    }
}
