package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.configuration.ConfigurationProblem;
import dev.tinyland.gf.lint.configuration.ConfigurationReader;
import dev.tinyland.gf.lint.configuration.ConfigurationResult;
import dev.tinyland.gf.lint.configuration.LintConfiguration;
import dev.tinyland.gf.text.SourceFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the configuration of a root. */
final class Configurations {
    private static final List<String> PLACES = List.of(".github/gf-lint.yml", "gf-lint.yml");

    private Configurations() {}

    /**
     * The configuration that counts.
     *
     * @param named the file the user named, absolute, or null
     * @throws InputException when it cannot be read or is wrong
     */
    static LintConfiguration of(Path root, @Nullable Path named, RuleSet rules) {
        if (named != null) {
            if (!Files.isRegularFile(named)) {
                throw new InputException("config", "--config names no file; name one, or pass --no-config");
            }
            return read(named, named.toString(), rules);
        }
        for (String place : PLACES) {
            Path file = root.resolve(place);
            if (Files.isRegularFile(file)) {
                return read(file, place, rules);
            }
        }
        return LintConfiguration.none();
    }

    private static LintConfiguration read(Path file, String shown, RuleSet rules) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            throw new InputException("config", shown + " is not UTF-8; convert it");
        } catch (IOException unreadable) {
            throw new InputException(
                    "config",
                    shown + " cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        }
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return switch (ConfigurationReader.read(new SourceFile(shown, body), rules)) {
            case ConfigurationResult.Loaded(LintConfiguration configuration) -> configuration;
            case ConfigurationResult.Refused(List<ConfigurationProblem> problems) ->
                throw new InputException(
                        "config",
                        "the configuration is wrong; correct it or pass --no-config\n"
                                + problems.stream()
                                        .map(problem -> "  " + problem)
                                        .collect(Collectors.joining("\n")));
        };
    }
}
