/// Decides recorded decisions again by the rule sets that made them, and the pass through the log that this shares with
/// backtests.
@NullMarked
package io.verigate.analysis.replay;

import org.jspecify.annotations.NullMarked;
