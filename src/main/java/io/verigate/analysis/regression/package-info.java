/// The analyst's bench: cases and timelines, run through the whole way of a decision in memory.
@NullMarked
package io.verigate.analysis.regression;

import org.jspecify.annotations.NullMarked;
