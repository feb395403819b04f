package dev.tinyland.gf.lint.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of the rules, as this build carries them. */
final class RulePages {
    private RulePages() {}

    static String page(String rule) {
        try (InputStream stream = RulePages.class.getResourceAsStream("/dev/tinyland/gf/lint/pages/" + rule + ".md")) {
            if (stream == null) {
                throw new IllegalStateException("this build carries no page of " + rule);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading the page of " + rule, unreadable);
        }
    }
}
