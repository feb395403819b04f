package dev.tinyland.gf.contract;

import java.util.List;

/** What reading a file gave: the data, or everything that is wrong with it. */
public sealed interface ContractResult<T> {

    record Loaded<T>(T value) implements ContractResult<T> {}

    /**
     * A file that cannot be used.
     *
     * @param problems at least one, in the order of the file
     */
    record Refused<T>(List<ContractProblem> problems) implements ContractResult<T> {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
