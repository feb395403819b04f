package dev.tinyland.gf.expression;

import dev.tinyland.gf.expression.Value.Bool;
import dev.tinyland.gf.expression.Value.Null;
import dev.tinyland.gf.expression.Value.Numeric;
import dev.tinyland.gf.expression.Value.Text;
import dev.tinyland.gf.expression.Value.Unknown;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How values turn into numbers, texts and truth, and how two of them compare. The runner is the authority
 * ({@code ExpressionUtility.ParseNumber}, {@code EvaluationResult.CoerceTypes} in actions/runner).
 */
final class Coercion {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]{1,400}(?:\\.[0-9]{0,400})?|\\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,9})?");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final int SIGNIFICANT_DIGITS = 15;

    private Coercion() {}

    static Truth truth(Value value) {
        return switch (value) {
            case Null _ -> Truth.FALSE;
            case Bool bool -> Truth.of(bool.value());
            case Numeric number -> Truth.of(number.value() != 0 && !Double.isNaN(number.value()));
            case Text text -> Truth.of(!text.value().isEmpty());
            case Value.Array _, Value.Mapping _ -> Truth.TRUE;
            case Unknown unknown -> unknown.truth();
        };
    }

    /** Whether it is a null, a boolean, a number or a text; an unknown value of unknown kind is not said to be. */
    static boolean isPrimitive(Value value) {
        return switch (value) {
            case Null _, Bool _, Numeric _, Text _ -> true;
            case Unknown unknown -> unknown.kind() != Unknown.Kind.ANYTHING;
            case Value.Array _, Value.Mapping _ -> false;
        };
    }

    /** Text of a known value. */
    static String text(Value value) {
        return switch (value) {
            case Null _ -> "";
            case Bool bool -> bool.value() ? "true" : "false";
            case Numeric number -> text(number.value());
            case Text text -> text.value();
            case Value.Array _ -> "Array";
            case Value.Mapping _ -> "Object";
            case Unknown _ -> throw new IllegalArgumentException("an unknown value has no text");
        };
    }

    /** As .NET writes a double with the format G15. */
    static String text(double number) {
        if (number == 0) {
            return "0";
        }
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        BigDecimal rounded = new BigDecimal(number)
                .round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_UP))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= SIGNIFICANT_DIGITS || exponent <= -5) {
            String digits = rounded.unscaledValue().abs().toString();
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            return (rounded.signum() < 0 ? "-" : "")
                    + mantissa
                    + String.format(Locale.ROOT, "E%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
        }
        return rounded.toPlainString();
    }

    /** Numeric of a known value; NaN for an array or object. */
    static double number(Value value) {
        return switch (value) {
            case Null _ -> 0;
            case Bool bool -> bool.value() ? 1 : 0;
            case Numeric number -> number.value();
            case Text text -> number(text.value());
            case Value.Array _, Value.Mapping _ -> Double.NaN;
            case Unknown _ -> throw new IllegalArgumentException("an unknown value has no number");
        };
    }

    /** NaN for what is not a number. */
    static double number(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return 0;
        }
        if (DECIMAL.matcher(trimmed).matches()) {
            return Double.parseDouble(trimmed);
        }
        if (HEXADECIMAL.matcher(trimmed).matches()) {
            return thirtyTwoBits(trimmed.substring(2), 16);
        }
        if (OCTAL.matcher(trimmed).matches()) {
            return thirtyTwoBits(trimmed.substring(2), 8);
        }
        return switch (trimmed) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    /** The runner reads these into a signed 32-bit integer and gives up on more. */
    private static double thirtyTwoBits(String digits, int radix) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > 11) {
            return Double.NaN;
        }
        long value = Long.parseLong(significant, radix);
        return value > 0xFFFFFFFFL ? Double.NaN : (int) value;
    }

    /** The operator {@code ==}. */
    static Value equal(Value left, Value right) {
        return Possibilities.map(left, right, Coercion::equalOne);
    }

    private static Value equalOne(Value left, Value right) {
        if (left instanceof Unknown || right instanceof Unknown) {
            return apart(left, right) || apart(right, left) ? Values.FALSE : undecided(left, right);
        }
        return Value.of(equalKnown(left, right));
    }

    /** Whether an unknown value cannot equal the other whatever it is. */
    private static boolean apart(Value unknown, Value other) {
        if (!(unknown instanceof Unknown partly)) {
            return false;
        }
        boolean isText = partly.kind() == Unknown.Kind.TEXT;
        boolean collection = other instanceof Value.Array || other instanceof Value.Mapping;
        boolean presentAgainstEmpty = isText
                && partly.truth() == Truth.TRUE
                && other instanceof Text text
                && text.value().isEmpty();
        boolean emptyAgainstPresent = isText
                && partly.truth() == Truth.FALSE
                && other instanceof Text text
                && !text.value().isEmpty();
        return (isText && collection) || presentAgainstEmpty || emptyAgainstPresent;
    }

    static boolean equalKnown(Value left, Value right) {
        if (left instanceof Text first && right instanceof Text second) {
            return fold(first.value()).equals(fold(second.value()));
        }
        if (left instanceof Null && right instanceof Null) {
            return true;
        }
        if (!isPrimitive(left) || !isPrimitive(right)) {
            return left.equals(right);
        }
        return number(left) == number(right);
    }

    /** The operators {@code <} and {@code >}, told by the sign a comparison must have. */
    static Value ordered(Value left, Value right, int sign) {
        return Possibilities.map(left, right, (first, second) -> {
            if (first instanceof Unknown || second instanceof Unknown) {
                return undecided(first, second);
            }
            return Value.of(orderedKnown(first, second, sign));
        });
    }

    private static boolean orderedKnown(Value left, Value right, int sign) {
        if (left instanceof Text first && right instanceof Text second) {
            return Integer.signum(fold(first.value()).compareTo(fold(second.value()))) == sign;
        }
        if (!isPrimitive(left) || !isPrimitive(right) || (left instanceof Null && right instanceof Null)) {
            return false;
        }
        double first = number(left);
        double second = number(right);
        return sign > 0 ? first > second : first < second;
    }

    private static Value undecided(Value left, Value right) {
        return Possibilities.because(
                Possibilities.because(Unknown.bool(left.origins()), left.origins()), right.origins());
    }

    /**
     * Text folded so that equal means equal without regard to case: character by character to upper case, without the
     * two letters that would leave their alphabet (dotless i, long s), as .NET's ordinal comparison does.
     */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0x131 || point == 0x17F ? point : Character.toUpperCase(point))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
