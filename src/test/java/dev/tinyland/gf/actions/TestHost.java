package dev.tinyland.gf.actions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host of our own making: an environment, streams that are kept, a runner's files in a folder. */
public final class TestHost {
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Runnable> interrupted = new ArrayList<>();
    private volatile boolean ended;
    private Clock clock = Clock.systemUTC();

    public TestHost(Path folder) {
        this.folder = folder;
    }

    /** As a step of a job sees it. */
    public TestHost inActions() throws IOException {
        environment.put("GITHUB_ACTIONS", "true");
        environment.put(
                "RUNNER_TEMP",
                Files.createDirectories(folder.resolve("runner-temp")).toString());
        for (String name : List.of("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STATE", "GITHUB_STEP_SUMMARY")) {
            Path file = folder.resolve(name);
            Files.deleteIfExists(file);
            environment.put(name, Files.createFile(file).toString());
        }
        return this;
    }

    public TestHost with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public TestHost at(Clock time) {
        clock = time;
        return this;
    }

    public Host host() {
        return new Host(
                environment,
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                clock,
                false,
                new Interrupts() {
                    @Override
                    public Registration onInterrupt(Runnable action) {
                        interrupted.addFirst(action);
                        return () -> interrupted.remove(action);
                    }

                    @Override
                    public boolean interrupted() {
                        return ended;
                    }
                });
    }

    /** Ends the run from outside. */
    public void interrupt() {
        ended = true;
        List.copyOf(interrupted).forEach(Runnable::run);
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What a later step would see: the last value of each name. */
    public Map<String, String> outputs() throws IOException {
        return assignments("GITHUB_OUTPUT");
    }

    public Map<String, String> exported() throws IOException {
        return assignments("GITHUB_ENV");
    }

    public String summary() throws IOException {
        return Files.readString(folder.resolve("GITHUB_STEP_SUMMARY"));
    }

    /** Everything a run can have left behind: streams and all files under the folder, except the named ones. */
    public String everything(List<Path> except) throws IOException {
        StringBuilder text = new StringBuilder(out()).append(err());
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!except.contains(file)) {
                    text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }

    private Map<String, String> assignments(String file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(folder.resolve(file));
        int i = 0;
        while (i < lines.size()) {
            int split = lines.get(i).indexOf("<<");
            String name = lines.get(i).substring(0, split);
            String delimiter = lines.get(i).substring(split + 2);
            List<String> value = new ArrayList<>();
            for (i++; !lines.get(i).equals(delimiter); i++) {
                value.add(lines.get(i));
            }
            i++;
            values.put(name, String.join("\n", value));
        }
        return values;
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }
}
