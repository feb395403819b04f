package dev.tinyland.gf.actions;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
public final class ToolVersion implements IVersionProvider {

    public static String current() {
        String version = ToolVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"gf-actions " + current()};
    }
}
