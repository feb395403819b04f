package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.configuration.Suggestions;
import dev.tinyland.gf.report.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the page of a rule. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Print the page of a rule: what it finds, why, and what to do.")
final class ExplainCommand implements Callable<Integer> {
    private final Host host;
    private final RuleSet rules;

    @Parameters(paramLabel = "RULE", description = "Id of the rule, as in a finding's brackets.")
    private String rule = "";

    ExplainCommand(Host host, RuleSet rules) {
        this.host = host;
        this.rules = rules;
    }

    @Override
    public Integer call() {
        if (rules.info(rule).isEmpty()) {
            List<String> known =
                    rules.rules().stream().map(each -> each.info().id()).toList();
            host.err()
                    .println("gf-lint: there is no rule `" + rule + "`" + Suggestions.didYouMean(rule, known)
                            + " `gf-lint rules` lists them.");
            return ExitCode.USAGE.code();
        }
        host.out().print(RulePages.page(rule));
        host.out().flush();
        return 0;
    }
}
