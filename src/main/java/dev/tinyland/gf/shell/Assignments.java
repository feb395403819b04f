package dev.tinyland.gf.shell;

import java.util.List;
import java.util.Optional;

/** Tells assignments from words. */
final class Assignments {
    private Assignments() {}

    /** Length of the variable's name when a word begins as an assignment, else 0. */
    static int nameLength(CharSequence word) {
        int name = 0;
        while (name < word.length() && isNamePart(word.charAt(name), name)) {
            name++;
        }
        int i = name;
        if (i < word.length() && word.charAt(i) == '[') {
            while (i < word.length() && word.charAt(i) != ']') {
                i++;
            }
            i++;
        }
        if (i < word.length() && word.charAt(i) == '+') {
            i++;
        }
        return name > 0 && i < word.length() && word.charAt(i) == '=' ? name : 0;
    }

    static boolean isNamePart(char c, int index) {
        return c == '_' || (c < 128 && (Character.isLetter(c) || (index > 0 && Character.isDigit(c))));
    }

    static Assignment of(ShellWord whole, int nameLength, boolean array, List<ShellWord> elements) {
        String name = whole.text().substring(0, nameLength);
        int equals = whole.text().indexOf('=') + 1;
        Optional<ShellWord> value = Optional.empty();
        if (!array && equals < whole.text().length()) {
            value = Optional.of(new ShellWord(
                    whole.raw()
                            .slice(
                                    whole.raw().text().indexOf('=') + 1,
                                    whole.raw().length()),
                    whole.content().slice(equals, whole.content().length()),
                    whole.literal(),
                    whole.quoted(),
                    whole.expression()));
        }
        return new Assignment(name, value, elements, whole.span());
    }
}
