package dev.tinyland.gf.contract;

/**
 * The contract that comes with this program, as a run needs it. Here it is read from its file. When the jar is built,
 * this class is replaced by one of the same name that makes the same records by code ({@code packaging/ContractCode.java}),
 * so that a start needs neither the file nor a reader of YAML.
 */
public final class BuiltInContract {
    private BuiltInContract() {}

    public static Contract get() {
        return new ContractLoader().builtIn();
    }
}
