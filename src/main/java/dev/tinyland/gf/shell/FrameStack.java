package dev.tinyland.gf.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open compound commands of one list, innermost first; knows how many of each kind are open, so that a stray {@code fi} costs nothing. */
final class FrameStack {
    /** How far outwards is looked for what a command depends on. */
    private static final int INNERMOST = 40;

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Map<Frame.Kind, Integer> open = new EnumMap<>(Frame.Kind.class);

    void push(Frame frame) {
        frames.push(frame);
        open.merge(frame.kind, 1, Integer::sum);
    }

    Frame pop() {
        Frame frame = frames.pop();
        open.merge(frame.kind, -1, Integer::sum);
        return frame;
    }

    Frame top() {
        return frames.getFirst();
    }

    @Nullable
    Frame find(Frame.Kind kind) {
        if (open.getOrDefault(kind, 0) == 0) {
            return null;
        }
        for (Frame frame : frames) {
            if (frame.kind == kind) {
                return frame;
            }
        }
        return null;
    }

    List<Frame> innermost() {
        List<Frame> found = new ArrayList<>();
        for (Frame frame : frames) {
            if (found.size() == INNERMOST) {
                break;
            }
            found.add(frame);
        }
        return found;
    }
}
