package dev.tinyland.gf.contract;

/**
 * One thing wrong with a contract or an organization file.
 *
 * @param line 1-based line
 * @param column 1-based column in UTF-16 units
 * @param key the keys that lead there, as in {@code lanes.tinyland-nix.type}; empty for the whole file
 * @param message what was expected, without the file's own text beyond key names
 */
public record ContractProblem(String path, int line, int column, String key, String message) {

    @Override
    public String toString() {
        return path + ":" + line + ":" + column + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
