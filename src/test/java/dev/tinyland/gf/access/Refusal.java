package dev.tinyland.gf.access;

import java.io.IOException;
import java.util.List;

/**
 * An input a tool speaks against.
 *
 * @param id the check that does, or {@code input-NAME}
 * @param when what is wrong, in a few words
 * @param secret whether the scene gives the text of a kubeconfig secret
 */
record Refusal(String id, String when, String tool, List<String> arguments, boolean secret, Preparation scene) {

    /** Spoils a scene. */
    @FunctionalInterface
    interface Preparation {

        /** Returns the kubeconfig secret, or an empty text where the tool takes none. */
        String prepare(Scene scene) throws IOException;
    }
}
