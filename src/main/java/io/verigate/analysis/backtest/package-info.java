/// Decides recorded decisions by another rule set, and reports what changes.
@NullMarked
package io.verigate.analysis.backtest;

import org.jspecify.annotations.NullMarked;
