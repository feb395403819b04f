package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Passages of Nix files: their strings, each at the attribute it is given to, and their comments. An indented string that is
 * given to a build phase, a hook or a script writer is a shell script.
 */
public final class NixPassages implements PassageExtractor {
    private static final Set<String> WRITERS = Set.of(
            "writeShellScript",
            "writeShellScriptBin",
            "writeShellApplication",
            "writeScript",
            "writeScriptBin",
            "runCommand",
            "runCommandLocal",
            "runCommandNoCC");

    @Override
    public List<Passage> passages(SourceFile file) {
        Reader reader = new Reader(Fragment.whole(file));
        reader.read(false);
        return Passages.ordered(reader.passages);
    }

    private static final class Reader {
        private static final int DEPTH = 50;

        final List<Passage> passages = new ArrayList<>();
        private final Fragment fragment;
        private final String text;
        private int position;
        private int depth;
        private String key = "";
        private String lastPath = "";
        /** A script writer named since the last {@code =} or {@code ;}. */
        private boolean writer;

        Reader(Fragment fragment) {
            this.fragment = fragment;
            this.text = fragment.text();
        }

        private char peek(int ahead) {
            int at = position + ahead;
            return at < text.length() ? text.charAt(at) : '\0';
        }

        /** Reads tokens to the end, or to the brace that closes an interpolation. */
        void read(boolean interpolation) {
            int braces = 0;
            while (position < text.length()) {
                char c = peek(0);
                if (c == '#') {
                    comment(lineEnd());
                } else if (c == '/' && peek(1) == '*') {
                    int close = text.indexOf("*/", position + 2);
                    comment(close < 0 ? text.length() : close + 2);
                } else if (c == '"') {
                    quoted();
                } else if (c == '\'' && peek(1) == '\'') {
                    indented();
                } else if (Character.isLetter(c) || c == '_') {
                    path();
                } else {
                    if (c == '{') {
                        braces++;
                    } else if (c == '}') {
                        if (interpolation && braces == 0) {
                            return;
                        }
                        braces--;
                    } else if (c == '=' && peek(1) != '=') {
                        key = lastPath;
                        writer = false;
                    } else if (c == ';') {
                        key = "";
                        writer = false;
                    }
                    position++;
                }
            }
        }

        private int lineEnd() {
            int end = text.indexOf('\n', position);
            return end < 0 ? text.length() : end;
        }

        private void comment(int end) {
            passages.add(Comments.passage(fragment.slice(position, end), Surface.NIX));
            position = end;
        }

        private void path() {
            int start = position;
            while (position < text.length() && (Character.isLetterOrDigit(peek(0)) || "_-'.".indexOf(peek(0)) >= 0)) {
                position++;
            }
            lastPath = text.substring(start, position);
            writer |= WRITERS.contains(lastPath.substring(lastPath.lastIndexOf('.') + 1));
        }

        private void quoted() {
            Value value = new Value();
            position++;
            while (position < text.length() && peek(0) != '"') {
                if (peek(0) == '\\' && position + 1 < text.length()) {
                    char c = peek(1);
                    value.append(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c, position);
                    position += 2;
                } else {
                    part(value);
                }
            }
            add(value, Role.VALUE);
            position++;
        }

        private void indented() {
            Value value = new Value();
            position += 2;
            while (position < text.length()) {
                if (peek(0) == '\'' && peek(1) == '\'') {
                    char escaped = peek(2);
                    if (escaped == '$' || escaped == '\'') {
                        value.append(escaped, position + 2);
                        if (escaped == '\'') {
                            value.append('\'', position + 2);
                        }
                        position += 3;
                    } else if (escaped == '\\') {
                        value.append(peek(3), position + 3);
                        position += 4;
                    } else {
                        break;
                    }
                } else {
                    part(value);
                }
            }
            add(value, isScript() ? Role.SCRIPT : Role.BLOCK);
            position += 2;
        }

        private boolean isScript() {
            String name = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return writer
                    || name.endsWith("phase")
                    || name.endsWith("hook")
                    || name.endsWith("script")
                    || name.equals("text")
                    || name.startsWith("post")
                    || name.startsWith("pre");
        }

        /** A character, or an interpolation as written, with the strings inside it read for themselves. */
        private void part(Value value) {
            if (peek(0) == '$' && peek(1) == '{' && depth < DEPTH) {
                int start = position;
                String outerKey = key;
                String outerPath = lastPath;
                boolean outerWriter = writer;
                position += 2;
                depth++;
                read(true);
                depth--;
                key = outerKey;
                lastPath = outerPath;
                writer = outerWriter;
                position = Math.min(position + 1, text.length());
                for (int i = start; i < position; i++) {
                    value.append(text.charAt(i), i);
                }
                return;
            }
            value.append(peek(0), position);
            position++;
        }

        private void add(Value value, Role role) {
            int end = Math.min(position, text.length());
            position = end;
            List<String> path = key.isEmpty() ? List.of() : List.of(key.split("\\.", -1));
            Fragment content = value.build(fragment, end);
            boolean one = role == Role.BLOCK && !content.text().strip().contains("\n");
            passages.add(new Passage(
                    content,
                    Surface.NIX,
                    one ? Role.VALUE : role,
                    role == Role.SCRIPT ? "bash" : "",
                    path,
                    Optional.empty()));
            if (!key.isEmpty()) {
                lastPath = key;
            }
        }
    }

    private static final class Value {
        private final StringBuilder text = new StringBuilder();
        private int[] offsets = new int[32];

        void append(char c, int offset) {
            if (text.length() + 1 >= offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2);
            }
            offsets[text.length()] = offset;
            text.append(c);
        }

        Fragment build(Fragment fragment, int end) {
            int[] used = Arrays.copyOf(offsets, text.length() + 1);
            used[text.length()] = end;
            return fragment.decode(text.toString(), used);
        }
    }
}
