package dev.tinyland.gf.hcl;

import java.util.List;

/**
 * A file of HCL native syntax: configuration, variable definitions, backend configuration.
 *
 * @param items what stands at the top, in source order
 * @param problems why HashiCorp's own parser would refuse the file; what could be read is there all the same
 */
public record HclFile(List<HclItem> items, List<HclComment> comments, List<HclProblem> problems) {

    public HclFile {
        items = List.copyOf(items);
        comments = List.copyOf(comments);
        problems = List.copyOf(problems);
    }
}
