package dev.tinyland.gf.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.access.attachment.AttachmentCheck;
import dev.tinyland.gf.access.backend.BackendCheck;
import dev.tinyland.gf.access.kubeconfig.KubeconfigCheck;
import dev.tinyland.gf.access.preflight.PreflightCheck;
import dev.tinyland.gf.kube.KubeconfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything the access tools say against an input, as printed, in one file that people read. After a change run this
 * test with {@code -Drefusals.write=true} and read what changed.
 */
class RefusalTextTests {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/tinyland/gf/access/refusals.txt");

    /** Stands in every secret the scenes use. */
    private static final String PLANTED = "planted-secret-0123456789";

    @TempDir
    private Path place = Path.of("");

    private int scenes;

    @Test
    void everyRefusalReadsAsItWasReviewed() throws IOException {
        List<String> printed = new ArrayList<>();
        for (Refusal refusal : RefusalScenes.all()) {
            printed.add(print(refusal, Form.PLAIN));
        }
        String text = "Every refusal and warning of the access tools, as printed. Made by RefusalTextTests.\n\n"
                + String.join("\n", printed);
        if (Boolean.getBoolean("refusals.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }
        assertEquals(Files.readString(GOLDEN), text);
    }

    @Test
    void aRefusalOfAKubeconfigReadsTheSameInBase64() throws IOException {
        for (Refusal refusal : RefusalScenes.all()) {
            if (refusal.secret()) {
                assertEquals(print(refusal, Form.PLAIN), print(refusal, Form.BASE64));
            }
        }
    }

    @Test
    void everyCheckHasItsRefusal() {
        Set<String> shown =
                RefusalScenes.all().stream().map(Refusal::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> checks = Stream.of(
                        KubeconfigCheck.values(),
                        BackendCheck.values(),
                        AttachmentCheck.values(),
                        PreflightCheck.values())
                .flatMap(Stream::of)
                .map(Item::id)
                .collect(Collectors.toCollection(TreeSet::new));
        checks.removeAll(shown);
        assertEquals(Set.of(), checks);
    }

    private enum Form {
        PLAIN,
        BASE64
    }

    private String print(Refusal refusal, Form form) throws IOException {
        Scene scene = new Scene(Files.createDirectory(place.resolve("scene-" + scenes++)));
        String secret = refusal.scene().prepare(scene);
        if (refusal.secret()) {
            scene.env("GF_KUBECONFIG", form == Form.PLAIN ? secret : KubeconfigBuilder.base64(secret));
        }
        String out = scene.run(refusal.tool(), refusal.arguments().toArray(String[]::new));
        assertFalse(out.contains(PLANTED), () -> refusal.id() + " prints what it was given:\n" + out);
        List<String> lines = out.lines().toList();
        List<String> told = new ArrayList<>();
        Pattern check = Pattern.compile("(FAIL|WARN|UNKNOWN) +" + refusal.id() + " .*");
        boolean expected = false;
        for (String line : lines) {
            boolean about = check.matcher(line).matches()
                    || line.startsWith("  next: " + refusal.id() + ":")
                    || line.startsWith(refusal.tool() + ": ");
            if (about || (expected && line.strip().startsWith("expected: "))) {
                told.add(line.replaceAll(" {2,}", "  "));
            }
            expected = check.matcher(line).matches();
        }
        assertNotEquals(70, scene.exit(), out);
        assertTrue(
                told.size() >= 2 || refusal.id().startsWith("input"), () -> refusal.id() + " says too little:\n" + out);
        return "--- " + refusal.id() + ": " + refusal.when() + "\n" + String.join("\n", told) + "\n";
    }
}
