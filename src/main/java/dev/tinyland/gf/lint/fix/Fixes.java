package dev.tinyland.gf.lint.fix;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Fix;
import dev.tinyland.gf.lint.engine.Judged;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fixes of a run's findings. */
public final class Fixes {
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private Fixes() {}

    /** The files of a root as they would be, for the findings that count. */
    public static List<FixedFile> of(LintResult result) {
        Map<String, List<Fix>> byFile = new LinkedHashMap<>();
        Map<String, SourceFile> files = new LinkedHashMap<>();
        for (Judged judged : result.findings()) {
            Finding finding = judged.finding();
            if (judged.counts() && finding.fix().isPresent()) {
                files.put(finding.file().path(), finding.file());
                byFile.computeIfAbsent(finding.file().path(), path -> new ArrayList<>())
                        .add(finding.fix().get());
            }
        }
        List<FixedFile> fixed = new ArrayList<>();
        files.forEach((path, file) -> fixed.add(FixedFile.of(file, byFile.getOrDefault(path, List.of()))));
        return fixed;
    }

    /**
     * Writes a file. Its byte-order mark stays, and so do its line ends.
     *
     * @return false if the file is no longer what was judged; it is left alone then
     */
    public static boolean write(Path location, FixedFile fixed) throws IOException {
        byte[] before = Files.readAllBytes(location);
        boolean marked =
                before.length >= MARK.length && before[0] == MARK[0] && before[1] == MARK[1] && before[2] == MARK[2];
        int from = marked ? MARK.length : 0;
        String text = new String(before, from, before.length - from, StandardCharsets.UTF_8);
        if (!text.equals(fixed.file().text())) {
            return false;
        }
        byte[] body = fixed.text().getBytes(StandardCharsets.UTF_8);
        byte[] after = new byte[from + body.length];
        System.arraycopy(before, 0, after, 0, from);
        System.arraycopy(body, 0, after, from, body.length);
        Files.write(location, after);
        return true;
    }
}
