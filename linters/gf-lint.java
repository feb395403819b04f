///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//MAIN gflint
//DEPS info.picocli:picocli:4.7.7
//DEPS org.yaml:snakeyaml:2.7
//DEPS com.fasterxml.jackson.core:jackson-databind:2.22.1
//DEPS org.commonmark:commonmark:0.32.0
//DEPS org.commonmark:commonmark-ext-gfm-tables:0.32.0
//DEPS org.jspecify:jspecify:1.0.1
//FILES dev/tinyland/gf/contract/contract.yaml=../config/contract.yaml
//SOURCES ../src/main/java/dev/tinyland/gf/GfLint.java
//SOURCES ../src/main/java/dev/tinyland/gf/package-info.java

/** The linter alone, from source. */
final class gflint {
    private gflint() {}

    public static void main(String[] arguments) {
        dev.tinyland.gf.GfLint.main(arguments);
    }
}
