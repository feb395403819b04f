///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//MAIN gf
//DEPS info.picocli:picocli:4.7.7
//DEPS org.yaml:snakeyaml:2.7
//DEPS com.fasterxml.jackson.core:jackson-databind:2.22.1
//DEPS org.commonmark:commonmark:0.32.0
//DEPS org.commonmark:commonmark-ext-gfm-tables:0.32.0
//DEPS org.jspecify:jspecify:1.0.1
//FILES dev/tinyland/gf/contract/contract.yaml=../config/contract.yaml
//SOURCES ../src/main/java/dev/tinyland/gf/Gf.java
//SOURCES ../src/main/java/dev/tinyland/gf/package-info.java

/** Every tool as a subcommand, from source. */
final class gf {
    private gf() {}

    public static void main(String[] arguments) {
        dev.tinyland.gf.Gf.main(arguments);
    }
}
