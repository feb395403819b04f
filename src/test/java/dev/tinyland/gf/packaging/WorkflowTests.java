package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.TestTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our own workflows. That gf-lint finds nothing in them is part of judging this whole repository. */
class WorkflowTests {

    @Test
    void actionlintFindsNothing() throws Exception {
        List<String> command =
                new ArrayList<>(List.of(TestTools.binary("actionlint").toString(), "-no-color"));
        workflows().forEach(file -> command.add(file.toString()));
        CommandResult result = ChildProcess.of(command).inheriting("PATH").run();
        assertEquals("", result.output() + result.errors());
    }

    @Test
    void noJobHasMorePermissionsThanItNames() throws IOException {
        for (Path file : workflows()) {
            assertTrue(Files.readString(file).contains("\npermissions:"), file + " takes the default permissions");
        }
    }

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> own = Files.list(Path.of(".github/workflows"));
                Stream<Path> toCopy = Files.list(Path.of("workflows"))) {
            return Stream.concat(own, toCopy)
                    .filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }
}
