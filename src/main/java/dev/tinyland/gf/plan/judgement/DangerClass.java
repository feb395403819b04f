package dev.tinyland.gf.plan.judgement;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Kinds of change that cannot be had back by applying again. A caller says by their words which of them fail a run. */
public enum DangerClass {
    STORAGE("storage", "volumes, claims, storage classes and what provides them"),
    NAMESPACE("namespace", "namespaces, with everything in them"),
    CRD("crd", "custom resource definitions, with every object of theirs"),
    UNINSTALL("uninstall", "Helm releases that are removed, or removed and installed again"),
    DOWNGRADE("downgrade", "charts, applications and images that go back"),
    DEPOSED("deposed", "leftovers of a replacement that failed"),
    FORGET("forget", "objects that OpenTofu stops managing and leaves running"),
    PROVIDER("provider", "resources or locks that change to another provider or version"),
    DATA_ONLY("data-only", "nothing but data sources and outputs");

    private static final Set<DangerClass> FAILING_BY_DEFAULT =
            Collections.unmodifiableSet(EnumSet.range(STORAGE, FORGET));

    private final String word;
    private final String title;

    DangerClass(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** The word of the input {@code fail-on} and the output {@code danger-classes}. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /** Id of its check and of its findings. */
    public String id() {
        return "TP-" + name().replace('_', '-');
    }

    /** The classes that fail a run unless the caller says otherwise. */
    public static Set<DangerClass> failingByDefault() {
        return FAILING_BY_DEFAULT;
    }

    public static Optional<DangerClass> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
