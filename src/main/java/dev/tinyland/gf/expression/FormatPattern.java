package dev.tinyland.gf.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The first argument of {@code format}: text, {@code {0}}, and doubled braces. */
final class FormatPattern {

    sealed interface Piece {}

    record Verbatim(String text) implements Piece {}

    record Argument(int index) implements Piece {}

    private FormatPattern() {}

    static List<Piece> read(String pattern, Function<String, EvaluationStop> stop) throws EvaluationStop {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder verbatim = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            boolean doubled = at + 1 < pattern.length() && pattern.charAt(at + 1) == c;
            if (c != '{' && c != '}') {
                verbatim.append(c);
                at++;
            } else if (doubled) {
                verbatim.append(c);
                at += 2;
            } else {
                int end = c == '{' ? endOfNumber(pattern, at + 1) : at;
                boolean closed = end > at + 1 && end < pattern.length() && pattern.charAt(end) == '}';
                if (!closed || end - at > 4) {
                    throw stop.apply("The format string is invalid: " + pattern);
                }
                pieces.add(new Verbatim(verbatim.toString()));
                verbatim.setLength(0);
                pieces.add(new Argument(Integer.parseInt(pattern.substring(at + 1, end))));
                at = end + 1;
            }
        }
        pieces.add(new Verbatim(verbatim.toString()));
        return pieces;
    }

    private static int endOfNumber(String pattern, int from) {
        int end = from;
        while (end < pattern.length() && pattern.charAt(end) >= '0' && pattern.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
