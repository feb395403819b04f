package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.contract.Attic;
import dev.tinyland.gf.contract.Endpoint;
import dev.tinyland.gf.shell.CommandName;
import dev.tinyland.gf.shell.ProgramHint;
import dev.tinyland.gf.shell.ShellCommand;
import dev.tinyland.gf.shell.ShellParser;
import dev.tinyland.gf.shell.ShellWord;
import dev.tinyland.gf.text.Fragment;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commands that publish to the Nix cache, and the one that makes publishing possible. */
public final class PushCommands {
    private static final Set<String> ATTIC_PUSHES = Set.of("push", "watch-store");

    private static final Set<String> COPIES = Set.of("copy");

    private static final Set<String> PROGRAMS = Set.of("attic", "nix", "cachix");
    private static final Set<String> PUSHING_PROGRAMS = Set.of("attic", "cachix");
    private static final Set<String> COPYING_PROGRAMS = Set.of("nix");
    private static final Set<String> LOGIN_PROGRAMS = Set.of("attic");

    private PushCommands() {}

    /** Words, one of which stands in every script that publishes, in any case. */
    static Set<String> programs() {
        return PROGRAMS;
    }

    /** Words, one of which stands in every script that logs in, in any case. */
    static Set<String> loginPrograms() {
        return LOGIN_PROGRAMS;
    }

    /** The commands of a script among which publications and logins are; none where the script has neither. */
    static List<ShellCommand> in(Fragment script) {
        return mayPublish(script.text()) || mayLogIn(script.text())
                ? ShellParser.parse(script).commands()
                : List.of();
    }

    /** False only where no command of the script is a publication. */
    static boolean mayPublish(String script) {
        return (ProgramHint.mayRun(script, PUSHING_PROGRAMS) && ProgramHint.mayRun(script, ATTIC_PUSHES))
                || (ProgramHint.mayRun(script, COPYING_PROGRAMS) && ProgramHint.mayRun(script, COPIES));
    }

    /** False only where no command of the script is a login. */
    static boolean mayLogIn(String script) {
        return ProgramHint.mayRun(script, LOGIN_PROGRAMS);
    }

    /** How people call the publication that a command is; empty for any other command. */
    public static Optional<String> publication(ShellCommand command, Attic attic) {
        CommandName name = command.name();
        if (name.is("attic") && ATTIC_PUSHES.contains(name.operand(0))) {
            return Optional.of("attic " + name.operand(0));
        }
        if (name.is("nix") && name.operand(0).equals("copy")) {
            return option(name.arguments(), "--to")
                    .filter(target -> isCache(target, attic))
                    .map(target -> "nix copy --to");
        }
        if (name.is("cachix") && ATTIC_PUSHES.contains(name.operand(0))) {
            boolean toAttic = name.arguments().stream().anyMatch(word -> isAttic(word.text(), attic));
            return toAttic ? Optional.of("cachix " + name.operand(0)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether a command logs in with a token, after which everything in the job may push. */
    public static boolean isLogin(ShellCommand command) {
        return command.name().is("attic")
                && command.name().operand(0).equals("login")
                && !command.name().operand(3).isEmpty();
    }

    private static Optional<String> option(List<ShellWord> arguments, String name) {
        for (int i = 0; i < arguments.size(); i++) {
            String text = arguments.get(i).text();
            if (text.equals(name) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1).text());
            }
            if (text.startsWith(name + "=")) {
                return Optional.of(text.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean isCache(String target, Attic attic) {
        return target.startsWith("s3://") || isAttic(target, attic);
    }

    private static boolean isAttic(String text, Attic attic) {
        boolean byVariable =
                text.contains("$" + attic.serverVariable()) || text.contains("${" + attic.serverVariable());
        return byVariable || attic.endpoints().stream().map(Endpoint::url).anyMatch(url -> sameHost(text, url));
    }

    private static boolean sameHost(String text, String url) {
        String host = URI.create(url).getHost();
        int at = text.indexOf("://");
        String rest = at < 0 ? text : text.substring(at + 3);
        return host != null && (rest.equals(host) || rest.startsWith(host + "/") || rest.startsWith(host + ":"));
    }
}
