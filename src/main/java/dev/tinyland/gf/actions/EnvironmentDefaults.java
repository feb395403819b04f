package dev.tinyland.gf.actions;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives each option {@code --x-y} the value of {@code GF_X_Y} where the command line has none: option over environment
 * over default. A positional parameter has the name of its label. An empty variable is an unset one, for a composite
 * action passes every input, given or not. A description key that starts with {@code GF_} names another variable.
 *
 * <p>A flag must be declared {@code arity = "0..1", fallbackValue = "true"}: picocli takes a bare flag for the opposite
 * of its default, and the default may come from here.
 */
public final class EnvironmentDefaults implements IDefaultValueProvider {
    private final Map<String, String> environment;

    public EnvironmentDefaults(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && (option.usageHelp() || option.versionHelp())) {
            return null;
        }
        String value = environment.get(variable(argument));
        return value == null || value.isEmpty() ? null : value;
    }

    /** How the argument is called in messages. */
    static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " (" + variable(argument) + ")"
                : argument.paramLabel();
    }

    static String variable(ArgSpec argument) {
        String key = argument.descriptionKey();
        if (key != null && key.startsWith("GF_")) {
            return key;
        }
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        String word = name.replaceAll("^-+|[<>\\[\\].]", "");
        return "GF_" + word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
