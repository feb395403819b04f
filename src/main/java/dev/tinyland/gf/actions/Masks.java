package dev.tinyland.gf.actions;

import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the runner which values to hide, and teaches the redactor the same values. The runner masks a plain substring
 * anywhere in the job, with no least length, and drops a job output that contains one; so short values and words of the
 * platform are never masked. Outside a job nothing is printed: there a mask would be the leak itself.
 */
public final class Masks {
    static final int SHORTEST = 8;

    private static final Set<String> WORDS = Set.of(
            "apiversion",
            "clusters",
            "contexts",
            "current-context",
            "kubernetes",
            "kubernetes-admin",
            "localhost",
            "password",
            "preferences",
            "terraform",
            "tfstate",
            "undefined",
            "username",
            "administrator",
            "us-east-1");

    private final WorkflowCommands commands;
    private final Redactor redactor;
    private final boolean inActions;
    private final Set<String> known = new LinkedHashSet<>();

    public Masks(WorkflowCommands commands, Redactor redactor, boolean inActions) {
        this.commands = commands;
        this.redactor = redactor;
        this.inActions = inActions;
    }

    /** Masks one leaf value: whole, each of its lines, and both Base64 alphabets of the whole. */
    public void add(Secret secret) {
        String value = secret.reveal().strip();
        if (value.isEmpty()) {
            return;
        }
        redactor.learn(secret);
        value.lines().map(String::strip).forEach(this::mask);
        if (value.length() >= SHORTEST) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            String base64 = Base64.getEncoder().encodeToString(bytes);
            mask(base64);
            mask(base64.replace('+', '-').replace('/', '_'));
        }
        boolean severalLines = value.indexOf('\n') >= 0;
        if (severalLines && inActions && known.add(value)) {
            commands.addMask(value);
        }
    }

    private void mask(String value) {
        boolean maskable = value.length() >= SHORTEST
                && !value.startsWith("-----")
                && !WORDS.contains(value.toLowerCase(Locale.ROOT));
        if (maskable && inActions && known.add(value)) {
            commands.addMask(value);
        }
    }
}
