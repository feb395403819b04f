package dev.tinyland.gf.packaging;

import dev.tinyland.gf.Gf;
import dev.tinyland.gf.actions.TestHost;
import java.nio.file.Path;
import picocli.CommandLine;

/** Prints the help text of every tool. Run as a program, with the jar under test first on its class path. */
final class HelpTexts {
    private HelpTexts() {}

    public static void main(String[] arguments) {
        print(Gf.on(new TestHost(Path.of("").toAbsolutePath()).host()));
    }

    private static void print(CommandLine line) {
        System.out.println(line.getUsageMessage(CommandLine.Help.Ansi.OFF));
        line.getSubcommands().values().forEach(HelpTexts::print);
    }
}
