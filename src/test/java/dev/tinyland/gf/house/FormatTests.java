package dev.tinyland.gf.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java source is formatted by palantir-java-format; {@code -Dformat.write=true} repairs what is not. */
class FormatTests {
    private static final List<Path> FOLDERS = List.of(Path.of("src/main/java"), Path.of("src/test/java"));

    @Test
    void everySourceIsFormatted() throws IOException, FormatterException {
        boolean write = Boolean.getBoolean("format.write");
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        List<String> unformatted = new ArrayList<>();
        for (Path folder : FOLDERS) {
            for (Path file : javaFiles(folder)) {
                String text = Files.readString(file);
                String formatted = formatter.formatSourceAndFixImports(text);
                if (!formatted.equals(text)) {
                    if (write) {
                        Files.writeString(file, formatted);
                    } else {
                        unformatted.add(file.toString());
                    }
                }
            }
        }
        assertEquals(List.of(), unformatted, "repair with: mvn test -Dtest=FormatTests -Dformat.write=true");
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
