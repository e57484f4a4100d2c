package io.verigate.analysis.replay;

import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RuleSetFiles;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/// Finds rule sets by their revision. Thread-safe.
@FunctionalInterface
public interface Revisions {
    /// The files of a revision; empty when they are not stored.
    Optional<RuleSetFiles> find(String revision);

    /// What is made of a revision; empty when it is not stored, or cannot be read any more, as one of an earlier version
    /// of the service may not. That is logged, and does not hold up the others.
    default <T> Optional<T> open(String revision, Function<RuleSetFiles, T> make) {
        try {
            return find(revision).map(make);
        } catch (InvalidRuleSetException faults) {
            LoggerFactory.getLogger(Revisions.class)
                    .warn("the rule set {} is passed over: {}", revision, faults.getMessage());
            return Optional.empty();
        }
    }
}
