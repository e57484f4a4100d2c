package io.verigate.cli;

import java.util.OptionalDouble;

/// Tells what a run of the cases gave.
sealed interface TestReport permits TestText, TestJson {
    /// @param coverage whether it is told rule by rule
    /// @param threshold the percentage that has to be reached; empty when none has to be
    void tested(TestRun tested, boolean coverage, OptionalDouble threshold);
}
