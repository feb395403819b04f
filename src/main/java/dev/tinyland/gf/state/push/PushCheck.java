package dev.tinyland.gf.state.push;

import dev.tinyland.gf.access.Item;

/** The checks of {@code tofu-state-push}, in the order in which they are made. */
public enum PushCheck implements Item {
    X0("the backend may be used", "gf backend-config ends with READY, family s3"),
    X1("the file is a whole state in clear", "one errored.tfstate of format 4; state push cannot read encrypted ones"),
    X2("the store holds an earlier state of the same history", "every call agrees, and the lineage is the file's"),
    X3("the file is newer", "a serial above that of the store"),
    X4("nobody holds the lock", "no lock object beside the state"),
    X5("what the store holds is kept", "a copy of mode 0600, equal to what the guard saw"),
    X6("the push is confirmed and made without force", "confirm is the phrase, and OpenTofu says it pushed"),
    X7("the store gives back what was pushed", "lineage, serial, resources and content as in the file");

    private final String title;
    private final String expected;

    PushCheck(String title, String expected) {
        this.title = title;
        this.expected = expected;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String expected() {
        return expected;
    }
}
