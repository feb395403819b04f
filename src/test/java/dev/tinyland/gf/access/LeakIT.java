package dev.tinyland.gf.access;

/** The same search over thousands of inputs. */
class LeakIT extends LeakTests {

    @Override
    int runs() {
        return 3_000;
    }
}
