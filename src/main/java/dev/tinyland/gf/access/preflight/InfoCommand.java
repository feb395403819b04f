package dev.tinyland.gf.access.preflight;

import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.attachment.CurrentAttachment;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.Lane;
import dev.tinyland.gf.contract.Stack;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.tofu.backend.StackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/**
 * {@code gf info}: what this checkout and this machine are attached to. It contacts nothing; what it has from the contract
 * alone is told as not looked at.
 */
@Command(
        name = "info",
        description = "Shows cluster context, backend of each stack, lanes and cache attachment in one table.",
        footer = {"%nExamples:", "  gf info", "  gf info --format json"})
public final class InfoCommand extends ToolCommand {

    public InfoCommand(Host host) {
        super(host, "info", InfoVerdict.values());
    }

    @Override
    protected Conclusion judge(Run run) throws IOException {
        Platform platform = Platform.load(run);
        Contract contract = platform.contract();
        run.subject("platform " + contract.cluster().name());
        boolean agree = showContexts(run, platform);
        agree &= showStacks(run, contract);
        showLanes(run, contract);
        CurrentAttachment attachment = CurrentAttachment.of(host(), contract);
        run.check(Check.required(
                "attachment",
                "cache attachment",
                attachment.sound() ? Status.PASS : Status.WARN,
                "",
                attachment.text()));
        run.output("attachment", attachment.text());
        return agree ? Conclusion.of(InfoVerdict.SHOWN) : new Conclusion(InfoVerdict.DISAGREEMENT, "disagreement");
    }

    private static boolean showContexts(Run run, Platform platform) throws IOException {
        boolean agree = true;
        for (String environment : platform.contract().cluster().environments().keySet()) {
            Optional<Platform.Disagreement> disagreement = platform.disagreement(environment);
            String context = platform.context(environment).orElse("");
            if (disagreement.isPresent()) {
                agree = false;
                run.check(Check.required(
                        "context-" + environment,
                        "context of " + environment,
                        Status.FAIL,
                        disagreement.get().contract() + " (contract)",
                        disagreement.get().organization() + " (" + Platform.ORGANIZATION + ")"));
                run.next("correct " + Platform.ORGANIZATION + ", or bring the contract that is meant with --contract");
            } else if (platform.organization()
                    .flatMap(choice -> choice.contextOf(environment))
                    .isPresent()) {
                run.check(Check.required(
                        "context-" + environment,
                        "context of " + environment,
                        Status.PASS,
                        "",
                        context + ", as " + Platform.ORGANIZATION + " and the contract say"));
            } else {
                run.check(Check.optional(
                        "context-" + environment,
                        "context of " + environment,
                        Status.SKIP,
                        "",
                        context + " (contract; " + Platform.ORGANIZATION + " names none)"));
            }
            run.output("context-" + environment, context);
        }
        return agree;
    }

    private static boolean showStacks(Run run, Contract contract) throws IOException {
        boolean agree = true;
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Stack> entry : contract.stacks().entrySet()) {
            Stack stack = entry.getValue();
            Path folder = run.resolve(Path.of(stack.folder()));
            String expected = stack.family() + " " + contract.state().bucket() + "/" + stack.key();
            String id = "stack-" + entry.getKey();
            String title = "backend of " + entry.getKey();
            if (!Files.isDirectory(folder)) {
                String observed = "contract; there is no " + stack.folder() + " here";
                run.check(Check.optional(id, title, Status.SKIP, expected, expected + " (" + observed + ")"));
                run.output(id, expected);
                continue;
            }
            StackFiles files = StackFiles.read(folder);
            List<String> types = files.declarations().stream()
                    .map(StackFiles.Declaration::type)
                    .toList();
            if (!files.unreadable().isEmpty()) {
                agree = false;
                String observed = "cannot be read: " + String.join(", ", files.unreadable());
                run.check(Check.required(id, title, Status.UNKNOWN, expected, observed));
                run.next("correct the files: tofu fmt -check " + stack.folder());
                run.output(id, observed);
            } else if (types.equals(List.of(stack.family()))) {
                run.check(Check.required(id, title, Status.PASS, expected, expected));
                run.output(id, expected);
            } else {
                agree = false;
                String observed = types.isEmpty() ? "no backend is declared" : "declares " + String.join(", ", types);
                run.check(Check.required(id, title, Status.FAIL, expected, observed));
                run.output(id, observed);
                wrong.add(entry.getKey());
            }
        }
        if (!wrong.isEmpty()) {
            run.next("move the backend block of " + String.join(", ", wrong)
                    + " to the contract's family, in a migration"
                    + " of its own (" + contract.decisions().backendTargetState()
                    + "); gf backend-config STACK says what else is missing");
        }
        return agree;
    }

    private static void showLanes(Run run, Contract contract) throws IOException {
        for (Map.Entry<String, Lane> entry : contract.lanes().entrySet()) {
            Lane lane = entry.getValue();
            String observed = lane.type().name().toLowerCase(Locale.ROOT)
                    + lane.release().map(release -> ", release " + release).orElse("")
                    + (lane.nodes().isEmpty() ? "" : ", on " + String.join(", ", lane.nodes()))
                    + (lane.environment().isEmpty() ? "" : ", has " + String.join(", ", lane.environment()));
            run.check(Check.optional(
                    "lane-" + entry.getKey(),
                    "lane " + entry.getKey(),
                    Status.SKIP,
                    "",
                    observed + " (contract, not looked at)"));
        }
        run.output("lanes", String.join(",", contract.lanes().keySet()));
    }
}
