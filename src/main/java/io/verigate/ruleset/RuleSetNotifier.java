package io.verigate.ruleset;

/// Wakes this node when another rule set was made active. Thread-safe; must not block.
@FunctionalInterface
public interface RuleSetNotifier {
    /// Something else may have to decide.
    void wake();
}
