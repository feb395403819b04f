package dev.tinyland.gf.tofu.run;

import dev.tinyland.gf.tofu.state.LockInfo;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A lock's holder as OpenTofu prints it below {@code Lock Info:} (its {@code internal/states/statemgr/locker.go}). */
public final class LockText {
    private static final Pattern LINE =
            Pattern.compile("(?m)^[\\s│|]*(ID|Path|Operation|Who|Version|Created|Info):[ \\t]*(.*?)[ \\t]*$");

    /** Go prints {@code 2026-11-21 17:51:57.98 +0000 UTC}. */
    private static final DateTimeFormatter CREATED = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern(" xx")
            .toFormatter(Locale.ROOT);

    private LockText() {}

    /** Reads what stands below {@code Lock Info:}; empty where nothing does, or no id. */
    public static Optional<LockInfo> parse(String text) {
        int start = text.indexOf("Lock Info:");
        if (start < 0) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        Matcher lines = LINE.matcher(text.substring(start));
        while (lines.find()) {
            values.putIfAbsent(lines.group(1), lines.group(2));
        }
        String id = values.getOrDefault("ID", "");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LockInfo(
                id,
                values.getOrDefault("Operation", ""),
                values.getOrDefault("Who", ""),
                values.getOrDefault("Version", ""),
                instant(values.getOrDefault("Created", ""))));
    }

    private static Optional<Instant> instant(String text) {
        String number = text.replaceFirst(" [A-Z]+$", "");
        try {
            return Optional.of(Instant.from(CREATED.parse(number)));
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }
}
