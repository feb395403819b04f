package dev.tinyland.gf.yaml;

import java.util.regex.Pattern;

/** Types of plain scalars as the YAML 1.2 core schema has them (specification 10.3.2). */
final class CoreSchema {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)"
                    + "|\\.(?:nan|NaN|NAN)");
    private static final int LONGEST_NUMBER = 400;

    private CoreSchema() {}

    static CoreType ofPlain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> CoreType.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> CoreType.BOOLEAN;
            default -> ofNumber(text);
        };
    }

    private static CoreType ofNumber(String text) {
        char first = text.charAt(0);
        boolean mayBeNumber = (first >= '0' && first <= '9') || first == '.' || first == '-' || first == '+';
        if (!mayBeNumber || text.length() > LONGEST_NUMBER) {
            return CoreType.STRING;
        }
        if (INTEGER.matcher(text).matches()) {
            return CoreType.INTEGER;
        }
        return FLOAT.matcher(text).matches() ? CoreType.FLOAT : CoreType.STRING;
    }
}
