package dev.tinyland.gf.yaml;

/** The types of the YAML 1.2 core schema, which the Actions runner follows: {@code no} and {@code off} are strings. */
public enum CoreType {
    NULL,
    BOOLEAN,
    INTEGER,
    FLOAT,
    STRING
}
