package dev.tinyland.gf.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs that only run another: how many of their own arguments stand before it. */
final class Wrappers {
    /**
     * A wrapper.
     *
     * @param withValue options that take the next word as their value
     * @param operands operands of its own before the program, such as the duration of {@code timeout}
     * @param assignments whether {@code X=1} words before the program set its environment
     * @param refusing options with which it runs nothing, as {@code command -v}
     */
    record Wrapper(Set<String> withValue, int operands, boolean assignments, Set<String> refusing) {}

    private static final Map<String, Wrapper> TABLE = Map.ofEntries(
            Map.entry(
                    "sudo",
                    wrapper(
                            0,
                            true,
                            "-u",
                            "--user",
                            "-g",
                            "--group",
                            "-h",
                            "--host",
                            "-p",
                            "--prompt",
                            "-C",
                            "-D",
                            "-R",
                            "-T")),
            Map.entry("doas", wrapper(0, false, "-u", "-C")),
            Map.entry("env", wrapper(0, true, "-u", "--unset", "-C", "--chdir")),
            Map.entry("timeout", wrapper(1, false, "-k", "--kill-after", "-s", "--signal")),
            Map.entry("gtimeout", wrapper(1, false, "-k", "--kill-after", "-s", "--signal")),
            Map.entry("nohup", wrapper(0, false)),
            Map.entry("setsid", wrapper(0, false)),
            Map.entry("nice", wrapper(0, false, "-n", "--adjustment")),
            Map.entry("ionice", wrapper(0, false, "-c", "--class", "-n", "--classdata")),
            Map.entry("stdbuf", wrapper(0, false, "-i", "-o", "-e")),
            Map.entry("time", wrapper(0, false, "-o", "--output", "-f", "--format")),
            Map.entry("exec", wrapper(0, false, "-a")),
            Map.entry("builtin", wrapper(0, false)),
            Map.entry("command", new Wrapper(Set.of(), 0, false, Set.of("-v", "-V"))),
            Map.entry(
                    "xargs",
                    wrapper(
                            0,
                            false,
                            "-I",
                            "-n",
                            "--max-args",
                            "-P",
                            "--max-procs",
                            "-L",
                            "--max-lines",
                            "-d",
                            "--delimiter",
                            "-a",
                            "--arg-file",
                            "-s",
                            "--max-chars",
                            "-E",
                            "--replace")),
            Map.entry("flock", wrapper(1, false, "-w", "--timeout", "-E")),
            Map.entry("systemd-run", wrapper(0, false, "-p", "--property", "-u", "--unit", "-E", "--setenv")),
            Map.entry("chronic", wrapper(0, false)),
            Map.entry("ts", wrapper(0, false)),
            Map.entry("retry", wrapper(0, false, "-t", "--times", "-d", "--delay")),
            Map.entry("unbuffer", wrapper(0, false)),
            Map.entry("bundle exec", wrapper(0, false)),
            Map.entry("direnv exec", wrapper(1, false)),
            Map.entry("mise exec", wrapper(0, false)),
            Map.entry("devbox run", wrapper(0, false)),
            Map.entry("doppler run", wrapper(0, false, "-p", "--project", "-c", "--config")),
            Map.entry("op run", wrapper(0, false, "--env-file")),
            Map.entry("aws-vault exec", wrapper(1, false)));

    /** Shells whose {@code -c} argument is a script. */
    static final Set<String> SHELLS = Set.of("bash", "sh", "dash", "zsh", "ksh", "ash");

    /** Programs of packages named differently (nixpkgs, {@code meta.mainProgram}). */
    static final Map<String, String> PACKAGES =
            Map.of("attic-client", "attic", "opentofu", "tofu", "kubernetes-helm", "helm", "awscli2", "aws");

    private Wrappers() {}

    private static Wrapper wrapper(int operands, boolean assignments, String... withValue) {
        return new Wrapper(Set.of(withValue), operands, assignments, Set.of());
    }

    /** The wrapper these words begin with; its name takes one word, or two as in {@code direnv exec}. */
    static Optional<Map.Entry<String, Wrapper>> find(String name, List<ShellWord> arguments) {
        Wrapper one = TABLE.get(name);
        if (one != null) {
            return Optional.of(Map.entry(name, one));
        }
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        String two = name + " " + arguments.getFirst().text();
        return Optional.ofNullable(TABLE.get(two)).map(wrapper -> Map.entry(two, wrapper));
    }
}
