package dev.tinyland.gf.access.attachment;

import dev.tinyland.gf.access.Item;

/** The checks of {@code cache-attachment}. */
public enum AttachmentCheck implements Item {
    CA001("endpoints are plain URLs", "scheme, host and port, with an allowed scheme and no literal ${…}"),
    CA002("no endpoint is this machine", "no localhost, unless allow-localhost"),
    CA003("no endpoint is out of contract", "no retired host, no noncanonical name"),
    CA004("the executor stands on a cache", "a cache wherever there is an executor"),
    CA005(
            "the declared mode is the real one",
            "what the contract's declaration variables say is what the endpoints give"),
    CA006("a cache is attached", "a cache endpoint, under strict"),
    CA007("the target class may use the executor", "a target class that the eligibility file lets run remotely"),
    CA008("the endpoints answer", "a connection to each endpoint");

    private final String title;
    private final String expected;

    AttachmentCheck(String title, String expected) {
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
