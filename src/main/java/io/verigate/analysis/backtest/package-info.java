/// Goes through the log again: what another rule set would have decided, and whether the same one decides the same.
@NullMarked
package io.verigate.analysis.backtest;

import org.jspecify.annotations.NullMarked;
