package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Span;
import java.util.List;

/** A row of a table. */
public record TableRow(boolean header, List<RichText> cells, Span span) {

    public TableRow {
        cells = List.copyOf(cells);
    }
}
