package io.verigate.policy;

import io.verigate.decision.WireEnum;

/// The gates of the fence around rules, in the order in which a rule set passes them.
public enum FenceGate implements WireEnum {
    /// Source is parsed by a small grammar that only accepts what rules need.
    SOURCE(1, "checks the source"),
    /// Rules are compiled and run by a class loader that only sees allowed classes.
    CLASSES(2, "limits the classes that rules can see"),
    /// Bytecode is inspected before it is loaded.
    BYTECODE(3, "checks the bytecode"),
    /// Evaluation is limited in rule firings and time.
    LIMITS(4, "limits evaluation");

    private final int number;
    private final String meaning;

    FenceGate(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /// From 1 to 4.
    public int number() {
        return number;
    }

    /// Description for the analyst.
    public String meaning() {
        return meaning;
    }
}
