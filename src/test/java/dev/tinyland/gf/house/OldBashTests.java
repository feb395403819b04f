package dev.tinyland.gf.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * macOS has bash 3.2 and will have no newer one: the launcher, the scripts and the steps of the actions use nothing that
 * came later. What came when is in bash's own {@code CHANGES} and {@code NEWS}.
 */
class OldBashTests {
    private static final Map<String, Pattern> NEWER = newer();

    private static final Pattern WHOLE_ARRAY = Pattern.compile("(?<!\\+)\"\\$\\{([a-z_]+)\\[@]}\"");

    private static Map<String, Pattern> newer() {
        Map<String, Pattern> newer = new LinkedHashMap<>();
        newer.put("mapfile (4.0)", Pattern.compile("\\b(mapfile|readarray)\\b"));
        newer.put("associative arrays (4.0)", Pattern.compile("\\b(declare|local|typeset|readonly) +-[a-zA-Z]*A"));
        newer.put("changed case (4.0)", Pattern.compile("\\$\\{\\w+(\\[[^]]*])?(\\^|,)"));
        newer.put("|& (4.0)", Pattern.compile("\\|&"));
        newer.put("&>> (4.0)", Pattern.compile("&>>"));
        newer.put(";& (4.0)", Pattern.compile(";;?&"));
        newer.put("coproc (4.0)", Pattern.compile("\\bcoproc\\b"));
        newer.put("** in file names (4.0)", Pattern.compile("\\bglobstar\\b"));
        newer.put("BASHPID (4.0)", Pattern.compile("\\bBASHPID\\b"));
        newer.put("steps in ranges (4.0)", Pattern.compile("\\{\\w+\\.\\.\\w+\\.\\.\\w+}"));
        newer.put("descriptors by name (4.1)", Pattern.compile("\\bexec +\\{\\w+}[<>]"));
        newer.put("printf of times (4.2)", Pattern.compile("printf .*%\\([^)]*\\)T"));
        newer.put("-v of variables (4.2)", Pattern.compile("(\\[\\[? |test )-v "));
        newer.put("declare -g (4.2)", Pattern.compile("\\b(declare|typeset) +-[a-zA-Z]*g"));
        newer.put("lastpipe (4.2)", Pattern.compile("\\blastpipe\\b"));
        newer.put("indices from the end (4.3)", Pattern.compile("\\$\\{\\w+\\[-\\d+]"));
        newer.put("names of variables (4.3)", Pattern.compile("\\b(declare|local|typeset) +-[a-zA-Z]*n"));
        newer.put("wait -n (4.3)", Pattern.compile("\\bwait +-n"));
        newer.put("transformations (4.4)", Pattern.compile("\\$\\{\\w+(\\[[^]]*])?@[A-Za-z]}"));
        newer.put("EPOCHSECONDS (5.0)", Pattern.compile("\\bEPOCH(SECONDS|REALTIME)\\b"));
        newer.put("SRANDOM (5.1)", Pattern.compile("\\bSRANDOM\\b"));
        newer.put("commands in braces (5.3)", Pattern.compile("\\$\\{[ |]"));
        return newer;
    }

    @Test
    void nothingNewerThanBash32IsUsed() throws IOException {
        Map<Path, String> scripts = scripts();
        assertTrue(scripts.size() > 15, () -> scripts.keySet().toString());
        List<String> seen = new ArrayList<>();
        scripts.forEach((path, text) -> problems(text).forEach(problem -> seen.add(path + ": " + problem)));
        assertEquals(List.of(), seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mapfile -t lines <file",
                "readarray lines",
                "declare -A table",
                "local -rA table",
                "echo \"${name,,}\"",
                "echo \"${name^}\"",
                "make |& tee log",
                "make &>>log",
                "a) echo ;;& b) ;;",
                "coproc cat",
                "shopt -s globstar",
                "echo $BASHPID",
                "echo {1..9..2}",
                "exec {lock}>file",
                "printf '%(%s)T' -1",
                "[[ -v name ]]",
                "declare -g name=1",
                "shopt -s lastpipe",
                "echo ${list[-1]}",
                "local -n other=$1",
                "wait -n",
                "echo \"${name@Q}\"",
                "echo $EPOCHSECONDS",
                "echo $SRANDOM",
                "echo ${ date; }",
                "set -u\nlist=()\nfor each in \"${list[@]}\"; do :; done",
                "set -euo pipefail\nrun \"${unknown[@]}\"",
            })
    void eachOfThemIsSeen(String script) {
        assertEquals(1, problems(script).size(), () -> problems(script).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set -u\nlist=()\nfor each in ${list[@]+\"${list[@]}\"}; do :; done",
                "set -u\nreadonly flags=(\n  -a -b\n)\nrun \"${flags[@]}\"",
                "list=()\nrun \"${list[@]}\"",
                "# mapfile would be newer",
                "echo \"${name%,}\" \"${name//,/ }\" \"${name:-a,b}\"",
                "[ -n \"${name+set}\" ] && printf '%s\\n' \"$name\" >file 2>&1",
            })
    void whatIsOldIsLeftAlone(String script) {
        assertEquals(List.of(), problems(script));
    }

    private static List<String> problems(String text) {
        List<String> problems = new ArrayList<>();
        // Comments go; a mark within a word or a text begins none.
        String code = text.replaceAll("(?m)(^|[ \\t])#.*$", "");
        NEWER.forEach((name, pattern) -> {
            if (pattern.matcher(code).find()) {
                problems.add(name);
            }
        });
        if (Pattern.compile("(?m)^set -[a-z]*u").matcher(code).find()) {
            // Up to 4.3 an empty array counts as unset: only one that was given something may be written out plainly.
            Matcher arrays = WHOLE_ARRAY.matcher(code);
            while (arrays.find()) {
                String name = arrays.group(1);
                if (!Pattern.compile("\\b" + name + "=\\(\\s*[^\\s)]")
                        .matcher(code)
                        .find()) {
                    problems.add("\"${" + name + "[@]}\" of an array that may be empty, under set -u (4.4)");
                }
            }
        }
        return problems;
    }

    /** Whole scripts, and each action's description for the bodies of its steps. */
    private static Map<Path, String> scripts() throws IOException {
        Map<Path, String> scripts = new LinkedHashMap<>();
        List<Path> paths = new ArrayList<>(List.of(Path.of("gf"), Path.of(".ci/run")));
        for (String folder : List.of("scripts", "actions", "linters", "workflows")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> folder.equals("scripts") ? Files.isRegularFile(file) : isSteps(file))
                        .sorted()
                        .forEach(paths::add);
            }
        }
        for (Path path : paths) {
            scripts.put(path, Files.readString(path));
        }
        return scripts;
    }

    private static boolean isSteps(Path file) {
        return file.toString().endsWith(".yml");
    }
}
