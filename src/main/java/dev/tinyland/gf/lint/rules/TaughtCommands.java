package dev.tinyland.gf.lint.rules;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.publication.PushCommands;
import dev.tinyland.gf.shell.ShellCommand;
import dev.tinyland.gf.shell.ShellWord;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that a page cannot teach without teaching publication to the platform's cache. */
final class TaughtCommands {
    private static final Pattern BUCKET = Pattern.compile("s3://(?<name>[^/?\\s]+)");

    private final Contract contract;

    TaughtCommands(Contract contract) {
        this.contract = contract;
    }

    /** How people call the publication; empty for other commands, and for a copy into a bucket that is someone else's. */
    Optional<String> publication(ShellCommand command) {
        return PushCommands.publication(command, contract.attic()).filter(what -> !copiesElsewhere(command));
    }

    private boolean copiesElsewhere(ShellCommand command) {
        for (ShellWord word : command.name().arguments()) {
            Matcher bucket = BUCKET.matcher(word.text());
            if (bucket.find()) {
                return !contract.buckets().containsKey(bucket.group("name"));
            }
        }
        return false;
    }
}
