package dev.tinyland.gf.plan.judgement;

import com.fasterxml.jackson.databind.JsonNode;

/** One side of a changed attribute. */
public sealed interface AttributeValue {

    /** There is none. */
    record Absent() implements AttributeValue {}

    /** A value that is not marked as sensitive. It may hold a secret all the same and is redacted before it is shown. */
    record Known(JsonNode value) implements AttributeValue {}

    /** A value that is marked as sensitive and is not held here. */
    record Sensitive() implements AttributeValue {}

    /** Known after the apply. */
    record AfterApply() implements AttributeValue {}
}
