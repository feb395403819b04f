package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.configuration.ConfigurationSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the schema of the configuration. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Print the JSON Schema of the configuration file, for editors.")
final class SchemaCommand implements Callable<Integer> {
    private final Host host;
    private final RuleSet rules;

    SchemaCommand(Host host, RuleSet rules) {
        this.host = host;
        this.rules = rules;
    }

    @Override
    public Integer call() {
        host.out().print(ConfigurationSchema.of(rules));
        host.out().flush();
        return 0;
    }
}
