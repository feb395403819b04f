package dev.tinyland.gf.lint.configuration;

import dev.tinyland.gf.lint.Severity;

/** What a configuration makes of a rule. */
public sealed interface RuleLevel {

    /** The rule reports nothing. */
    record Off() implements RuleLevel {}

    /** The rule reports with this severity, on every surface it judges. */
    record At(Severity severity) implements RuleLevel {}
}
