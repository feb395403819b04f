package dev.tinyland.gf.expression;

/** Operators between operands, and the one before an operand. */
public enum Operator {
    NOT("!", 16),
    GREATER(">", 11),
    GREATER_OR_EQUAL(">=", 11),
    LESS("<", 11),
    LESS_OR_EQUAL("<=", 11),
    EQUAL("==", 10),
    NOT_EQUAL("!=", 10),
    AND("&&", 6),
    OR("||", 5);

    private final String sign;
    private final int strength;

    Operator(String sign, int strength) {
        this.sign = sign;
        this.strength = strength;
    }

    public String sign() {
        return sign;
    }

    /** The stronger binds first; of equal ones the left. */
    int strength() {
        return strength;
    }
}
