package dev.tinyland.gf.lint.rules.platform;

import java.util.Optional;

/**
 * What a rule found in a text, before it is known how much of it becomes one finding.
 *
 * @param start offset in the text
 * @param end offset in the text
 * @param message the fact
 * @param why the reason, naming the decision
 * @param suggestion the next step
 * @param replacement what may stand there instead without anybody thinking about it
 */
record Hit(int start, int end, String message, String why, String suggestion, Optional<String> replacement) {

    Hit(int start, int end, String message, String why, String suggestion) {
        this(start, end, message, why, suggestion, Optional.empty());
    }
}
