package io.verigate.policy;

import io.verigate.decision.WireEnum;

/// The gates of the fence around rules, in the order in which a rule set meets them.
public enum FenceGate implements WireEnum {
    /// What is written is read, and only what an honest rule needs is let through.
    SOURCE(1, "reads what is written"),
    /// It is compiled and run with the few classes that rules need.
    CLASSES(2, "shows rules only the classes that they need"),
    /// What was compiled is read once more before it is loaded.
    BYTECODE(3, "reads what was compiled"),
    /// What runs is stopped when it does too much or takes too long.
    LIMITS(4, "stops what does too much");

    private final String word = WireEnum.of(this);
    private final int number;
    private final String meaning;

    FenceGate(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    @Override
    public String wireName() {
        return word;
    }

    /// From 1 to 4.
    public int number() {
        return number;
    }

    /// What it does, for the analyst.
    public String meaning() {
        return meaning;
    }
}
