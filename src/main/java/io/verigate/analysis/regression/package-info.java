/// Regression cases and timelines: reads them, runs them, and says what does not hold and why.
@NullMarked
package io.verigate.analysis.regression;

import org.jspecify.annotations.NullMarked;
