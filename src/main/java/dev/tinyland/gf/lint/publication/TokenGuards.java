package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.shell.Guard;

/** Tests of a script on the token's variable being there. */
public final class TokenGuards {
    private TokenGuards() {}

    /** Whether a command behind this guard runs only where the variable holds something. */
    public static boolean asksFor(Guard guard, String tokenVariable) {
        String text = guard.text();
        if (!text.contains("$" + tokenVariable) && !text.contains("${" + tokenVariable)) {
            return false;
        }
        boolean emptiness = text.contains("-z") || text.contains("= \"\"") || text.contains("== \"\"");
        boolean presence = text.contains("-n") || text.contains("!= \"\"") || (!emptiness && !text.contains("="));
        return switch (guard.outcome()) {
            case HOLDS -> presence && !text.contains("||");
            case FAILS -> emptiness && !presence;
            case MATCHES -> false;
        };
    }
}
