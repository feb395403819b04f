package dev.tinyland.gf.lint.configuration;

/**
 * One thing wrong with a configuration file.
 *
 * @param path the file as the user would name it
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 * @param message what is wrong and what was expected, as a clause
 */
public record ConfigurationProblem(String path, int line, int column, String message) {

    @Override
    public String toString() {
        return path + ":" + line + ":" + column + ": " + message;
    }
}
