package dev.tinyland.gf.actions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A path of an input, for people. What is there is shown as it is. Of what is not there, only names are shown that look
 * like names: where a secret was given in place of a file's name, its text would be printed otherwise.
 */
public final class ShownPath {
    private static final String HIDDEN = "…";
    private static final Pattern WITH_EXTENSION = Pattern.compile("[A-Za-z0-9_+@.-]{1,48}\\.[a-z]{1,8}");
    private static final Pattern WORD = Pattern.compile("\\.?[a-z][a-z_.-]{0,23}[0-9]{0,4}");

    private ShownPath() {}

    public static String of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            return absolute.toString();
        }
        Path there = absolute.getParent();
        while (there != null && !Files.isDirectory(there)) {
            there = there.getParent();
        }
        if (there == null) {
            return HIDDEN;
        }
        Path shown = there;
        for (Path name : there.relativize(absolute)) {
            String text = name.toString();
            boolean plain =
                    WITH_EXTENSION.matcher(text).matches() || WORD.matcher(text).matches();
            if (!plain) {
                return shown.resolve(HIDDEN).toString();
            }
            shown = shown.resolve(name);
        }
        return shown.toString();
    }
}
