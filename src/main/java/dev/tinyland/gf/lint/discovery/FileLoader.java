package dev.tinyland.gf.lint.discovery;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.SourceFile;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a candidate once: size first, then bytes, then strict UTF-8. */
public final class FileLoader {
    /** The Actions runner itself reads no workflow larger than this. */
    private static final long YAML_LIMIT = 1L << 20;

    private static final long LIMIT = 4L << 20;
    private static final int BEGINNING = 256;

    public Loaded load(Candidate candidate) {
        try {
            return read(candidate);
        } catch (IOException failure) {
            return new Loaded.Unreadable(
                    candidate.path(),
                    probable(candidate.kind()),
                    "cannot be read: " + failure.getClass().getSimpleName(),
                    "Make it readable, or exclude it in the configuration.");
        }
    }

    private static Loaded read(Candidate candidate) throws IOException {
        if (candidate.kind() instanceof FileKind.PerhapsScript && !isScript(candidate.location())) {
            return new Loaded.PassedOver(SkipReason.OTHER_KIND);
        }
        File file = candidate.location().toFile();
        long size = file.length();
        if (size == 0) {
            // Nothing in it, or not to be looked at, which only this one says.
            size = Files.size(candidate.location());
        }
        boolean yaml = candidate.kind() instanceof FileKind.SomeYaml
                || (candidate.kind() instanceof FileKind.Known(Surface surface)
                        && (surface == Surface.WORKFLOW || surface == Surface.GITLAB_CI));
        if (size > (yaml ? YAML_LIMIT : LIMIT)) {
            return tooLarge(candidate, size);
        }
        byte[] bytes = bytes(file);
        return switch (Decoder.decode(bytes)) {
            case Decoder.Decoded(String text) -> text(candidate, text);
            case Decoder.Refused(String problem, String next) ->
                new Loaded.Unreadable(candidate.path(), probable(candidate.kind()), problem, next);
        };
    }

    /** A stream takes half the time a channel does; only the channel says in its exception why a file cannot be read. */
    private static byte[] bytes(File file) throws IOException {
        try (FileInputStream stream = new FileInputStream(file)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            return Files.readAllBytes(file.toPath());
        }
    }

    private static Loaded text(Candidate candidate, String text) {
        SourceFile file = new SourceFile(candidate.path(), text);
        return switch (candidate.kind()) {
            case FileKind.Known(Surface surface) -> new Loaded.Text(file, surface);
            case FileKind.SomeYaml() -> new Loaded.Text(file, FileKinds.yamlByContent(text));
            case FileKind.PerhapsScript() -> new Loaded.Text(file, Surface.SHELL);
            case FileKind.Other() -> new Loaded.PassedOver(SkipReason.OTHER_KIND);
        };
    }

    /** Only what GitHub runs must be small; other YAML of that size is generated (ARC's own resource definitions are). */
    private static Loaded tooLarge(Candidate candidate, long size) throws IOException {
        String name = candidate.path().substring(candidate.path().lastIndexOf('/') + 1);
        boolean run = FileKinds.isWorkflowPath(candidate.path())
                || name.equals("action.yml")
                || name.equals("action.yaml")
                || (candidate.kind() instanceof FileKind.SomeYaml && beginsAsAction(candidate.location()));
        if (!run) {
            return new Loaded.PassedOver(SkipReason.TOO_LARGE);
        }
        return new Loaded.Unreadable(
                candidate.path(),
                probable(candidate.kind()),
                "is larger than 1 MiB (" + size + " bytes)",
                "Split it: the Actions runner refuses files of this size too.");
    }

    private static boolean beginsAsAction(Path location) throws IOException {
        return FileKinds.yamlByContent(beginning(location, 1 << 16)) != Surface.CONFIGURATION;
    }

    private static boolean isScript(Path location) throws IOException {
        return FileKinds.isShellScript(beginning(location, BEGINNING));
    }

    /** Bytes as Latin-1: enough to compare ASCII words, and never refused. */
    private static String beginning(Path location, int length) throws IOException {
        try (InputStream stream = Files.newInputStream(location)) {
            return new String(stream.readNBytes(length), StandardCharsets.ISO_8859_1);
        }
    }

    private static Surface probable(FileKind kind) {
        return switch (kind) {
            case FileKind.Known(Surface surface) -> surface;
            case FileKind.SomeYaml() -> Surface.CONFIGURATION;
            case FileKind.PerhapsScript() -> Surface.SHELL;
            case FileKind.Other() -> Surface.CONFIGURATION;
        };
    }

    /** Turns bytes into text or says why not. */
    static final class Decoder {

        sealed interface Result {}

        record Decoded(String text) implements Result {}

        record Refused(String problem, String next) implements Result {}

        private Decoder() {}

        static Result decode(byte[] bytes) {
            String convert = "Convert it to UTF-8.";
            if (bytes.length >= 2 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0x1fd && bytes[0] < 0 && bytes[1] < 0) {
                return new Refused("is UTF-16, not UTF-8", convert);
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            // What is malformed is replaced by this character, which a text may also hold by itself.
            if (text.indexOf('\uFFFD') >= 0 && isMalformed(bytes)) {
                return new Refused("is not UTF-8", convert);
            }
            if (text.indexOf('\0') >= 0) {
                return new Refused(
                        "holds a NUL character, so it is no text", "Remove the character, or exclude the file.");
            }
            return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }

        private static boolean isMalformed(byte[] bytes) {
            try {
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes));
                return false;
            } catch (CharacterCodingException malformed) {
                return true;
            }
        }
    }
}
