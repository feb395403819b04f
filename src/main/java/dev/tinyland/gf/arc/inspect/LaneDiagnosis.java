package dev.tinyland.gf.arc.inspect;

import java.util.Comparator;
import java.util.List;

/**
 * What was made out about one lane.
 *
 * @param lane the label that {@code runs-on} names
 * @param signs everything that speaks against the lane, gravest first; empty for {@link LaneVerdict#OK}
 * @param notes facts that change no verdict
 */
public record LaneDiagnosis(String lane, List<Sign> signs, List<String> notes) {

    /**
     * One reason.
     *
     * @param observed what was seen
     * @param why why it matters
     * @param next the least destructive step that may mend it
     */
    public record Sign(LaneVerdict verdict, String observed, String why, String next) {}

    public LaneDiagnosis {
        signs = signs.stream().sorted(Comparator.comparing(Sign::verdict)).toList();
        notes = List.copyOf(notes);
    }

    public LaneVerdict verdict() {
        return signs.isEmpty() ? LaneVerdict.OK : signs.getFirst().verdict();
    }
}
