package dev.tinyland.gf.report.comment;

import dev.tinyland.gf.report.MarkdownText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Puts sections into a comment of at most {@value #LARGEST} characters, blocking sections first. What does not fit is left
 * out by priority, whole blocks at a time and never a piece out of the middle of one; blocking blocks that do not fit go
 * on in further parts, up to {@value #MOST_PARTS} in all. The comment says what it left out.
 */
public final class CommentRenderer {
    /** GitHub refuses a comment of more than 65,536 characters; this keeps a distance. */
    public static final int LARGEST = 65_000;

    public static final int MOST_PARTS = 4;
    public static final int MOST_SECTIONS = 20;

    /** Room for the hidden marker before the text and for what is said about pieces left out. */
    private static final int RESERVED = 1_500;

    private static final int NOTE = 200;
    private static final List<Integer> HEAD_LIMITS = List.of(200, 16);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<Integer> WORST_FIRST = List.of(2, 4, 1, 3, 70, 0);

    private final int largest;

    public CommentRenderer() {
        this(LARGEST);
    }

    /** With another limit on the characters of one part. */
    CommentRenderer(int largest) {
        this.largest = largest;
    }

    /**
     * Renders.
     *
     * @throws IllegalArgumentException when there is no section, or more than {@value #MOST_SECTIONS}
     */
    public RenderedComment render(CommentFrame frame, List<CommentSection> given) {
        if (given.isEmpty() || given.size() > MOST_SECTIONS) {
            throw new IllegalArgumentException(given.size() + " sections");
        }
        List<CommentSection> sections = given.stream()
                .sorted(Comparator.comparingInt((CommentSection section) -> rank(section.exitCode()))
                        .thenComparing(section -> !section.asksForReview()))
                .toList();
        int room = largest - RESERVED;
        int limit = HEAD_LIMITS.stream()
                .filter(each -> fixed(frame, sections, each) <= room)
                .findFirst()
                .orElse(HEAD_LIMITS.getLast());
        Choice choice = choose(sections, room - fixed(frame, sections, limit), room);
        List<String> parts = new ArrayList<>();
        parts.add(first(frame, sections, limit, choice));
        for (int page = 0; page < choice.pages().size(); page++) {
            parts.add(further(
                    frame,
                    sections,
                    choice.pages().get(page),
                    page + 2,
                    choice.pages().size() + 1));
        }
        return new RenderedComment(parts, digest(frame, sections), frame.headSha(), choice.leftOut());
    }

    /** Where a block stands: number of its section and of the block in it. */
    private record Place(int section, int block) {}

    /** What the first part keeps, what further parts hold. */
    private record Choice(Set<Place> first, List<List<Place>> pages, int leftOut) {}

    private static Choice choose(List<CommentSection> sections, int firstRoom, int pageRoom) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            for (int j = 0; j < sections.get(i).blocks().size(); j++) {
                places.add(new Place(i, j));
            }
        }
        places.sort(Comparator.comparing(place -> block(sections, place).priority()));
        Set<Place> first = new HashSet<>();
        List<List<Place>> pages = new ArrayList<>();
        int used = 0;
        int pageUsed = 0;
        boolean full = false;
        int leftOut = 0;
        for (Place place : places) {
            CommentBlock block = block(sections, place);
            int size = block.markdown().length() + 2;
            if (!full && used + size <= firstRoom) {
                first.add(place);
                used += size;
                continue;
            }
            full = true;
            if (block.priority() != Priority.BLOCKING) {
                leftOut++;
                continue;
            }
            size += NOTE;
            if (pages.isEmpty() || pageUsed + size > pageRoom) {
                if (pages.size() + 1 == MOST_PARTS) {
                    leftOut++;
                    continue;
                }
                pages.add(new ArrayList<>());
                pageUsed = 0;
            }
            pages.getLast().add(place);
            pageUsed += size;
        }
        return new Choice(first, pages, leftOut);
    }

    private static CommentBlock block(List<CommentSection> sections, Place place) {
        return sections.get(place.section()).blocks().get(place.block());
    }

    private static int fixed(CommentFrame frame, List<CommentSection> sections, int limit) {
        int size = heading(frame, sections, limit).length();
        for (CommentSection section : sections) {
            size += head(frame, section, limit).length() + tail(section).length() + NOTE + 6;
        }
        return size;
    }

    private static String first(CommentFrame frame, List<CommentSection> sections, int limit, Choice choice) {
        StringBuilder text = new StringBuilder(heading(frame, sections, limit));
        Set<Place> later = new HashSet<>();
        choice.pages().forEach(later::addAll);
        for (int i = 0; i < sections.size(); i++) {
            CommentSection section = sections.get(i);
            text.append("\n\n").append(head(frame, section, limit));
            int missing = 0;
            int moved = 0;
            for (int j = 0; j < section.blocks().size(); j++) {
                Place place = new Place(i, j);
                if (choice.first().contains(place)) {
                    text.append("\n\n").append(section.blocks().get(j).markdown());
                } else if (later.contains(place)) {
                    moved++;
                } else {
                    missing++;
                }
            }
            if (moved > 0) {
                text.append("\n\n**")
                        .append(moved)
                        .append(" blocking ")
                        .append(moved == 1 ? "piece" : "pieces")
                        .append(" of this section did not fit here: read on in the next part.**");
            }
            if (missing > 0) {
                text.append("\n\n**")
                        .append(missing)
                        .append(missing == 1 ? " piece" : " pieces")
                        .append(" of this section did not fit and ")
                        .append(missing == 1 ? "is" : "are")
                        .append(" left out.** The job's summary and the report folder hold all.");
            }
            text.append(tail(section));
        }
        return text.toString();
    }

    private static String further(
            CommentFrame frame, List<CommentSection> sections, List<Place> places, int number, int count) {
        StringBuilder text = new StringBuilder("### ")
                .append(MarkdownText.plain(frame.title()))
                .append(", part ")
                .append(number)
                .append(" of ")
                .append(count)
                .append("\n\nMore of what blocks, for commit ")
                .append(commit(frame.headSha()))
                .append('.');
        int section = -1;
        for (Place place : places) {
            if (place.section() != section) {
                section = place.section();
                text.append("\n\n#### ")
                        .append(MarkdownText.plain(sections.get(section).tool()));
            }
            text.append("\n\n").append(block(sections, place).markdown());
        }
        return text.toString();
    }

    private static String heading(CommentFrame frame, List<CommentSection> sections, int limit) {
        long bad = sections.stream().filter(section -> !section.green()).count();
        CommentSection worst = sections.getFirst();
        StringBuilder text = new StringBuilder("### ")
                .append(sign(worst))
                .append(' ')
                .append(MarkdownText.plain(frame.title()))
                .append(": ");
        if (sections.size() == 1) {
            text.append(MarkdownText.plain(worst.verdict()));
        } else if (bad == 0) {
            text.append("all ").append(sections.size()).append(" verdicts are green");
            long asking =
                    sections.stream().filter(CommentSection::asksForReview).count();
            text.append(asking == 0 ? "" : ", " + asking + (asking == 1 ? " asks" : " ask") + " for a review");
        } else {
            text.append(bad)
                    .append(" of ")
                    .append(sections.size())
                    .append(bad == 1 ? " verdicts is not green" : " verdicts are not green");
        }
        text.append("\n\nJudged: commit ").append(commit(frame.headSha()));
        frame.run()
                .ifPresent(run -> text.append(", in [this run](")
                        .append(run.toASCIIString())
                        .append(')'));
        if (!frame.actor().isEmpty()) {
            text.append(", started by ").append(CommentValue.cell(frame.actor()));
        }
        text.append('.');
        if (sections.size() > 1) {
            text.append("\n\n| | tool | verdict | about |\n|---|---|---|---|");
            for (CommentSection section : sections) {
                text.append("\n| ")
                        .append(sign(section))
                        .append(" | ")
                        .append(MarkdownText.cell(section.tool()))
                        .append(" | ")
                        .append(verdict(section))
                        .append(" | ")
                        .append(value(section.subject(), limit))
                        .append(" |");
            }
        }
        return text.toString();
    }

    private static String head(CommentFrame frame, CommentSection section, int limit) {
        StringBuilder text = new StringBuilder("#### ")
                .append(sign(section))
                .append(' ')
                .append(MarkdownText.plain(section.tool()))
                .append(": ")
                .append(verdict(section))
                .append("\n\n");
        List<String> facts = new ArrayList<>();
        if (!section.subject().isEmpty()) {
            facts.add(value(section.subject(), limit));
        }
        section.made().ifPresent(made -> facts.add(made(made, frame.now())));
        if (!section.scope().isEmpty()) {
            facts.add(value(section.scope(), limit));
        }
        return text.append(String.join(" · ", facts)).toString().strip();
    }

    private static String tail(CommentSection section) {
        StringBuilder text = new StringBuilder();
        if (!section.notProven().isEmpty()) {
            text.append("\n\n<sub>")
                    .append(MarkdownText.plain(section.notProven()))
                    .append("</sub>");
        }
        return text.toString();
    }

    private static String value(String text, int limit) {
        return CommentValue.cell(text, limit);
    }

    private static String made(Instant made, Instant now) {
        Duration age = Duration.between(made, now);
        String text = "made " + TIME.format(made);
        if (age.isNegative()) {
            return text + ", later than the clock that wrote this comment";
        }
        String span = age.toHours() >= 48
                ? age.toDays() + " days"
                : age.toMinutes() >= 120 ? age.toHours() + " hours" : age.toMinutes() + " minutes";
        return text + " (" + span + " before this comment)";
    }

    private static String verdict(CommentSection section) {
        return MarkdownText.code(CommentValue.cut(CommentValue.visible(section.verdict()), 60)) + " (exit "
                + section.exitCode() + ")";
    }

    private static String commit(String sha) {
        return sha.isEmpty() ? "unknown" : MarkdownText.code(sha.substring(0, Math.min(sha.length(), 12)));
    }

    private static String sign(CommentSection section) {
        return switch (section.exitCode()) {
            case 0 -> section.asksForReview() ? "⚠️" : "✅";
            case 3 -> "❔";
            case 4 -> "⛔";
            default -> "❌";
        };
    }

    private static int rank(int exitCode) {
        int rank = WORST_FIRST.indexOf(exitCode);
        return rank < 0 ? WORST_FIRST.indexOf(70) : rank;
    }

    private static String digest(CommentFrame frame, List<CommentSection> sections) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        List<String> values = new ArrayList<>(List.of(frame.title(), frame.headSha()));
        for (CommentSection section : sections) {
            values.addAll(List.of(
                    section.tool(),
                    section.verdict(),
                    Integer.toString(section.exitCode()),
                    section.subject(),
                    section.scope(),
                    section.notProven()));
            values.addAll(section.accepted());
            section.blocks().forEach(block -> values.add(block.markdown()));
        }
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ':');
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
