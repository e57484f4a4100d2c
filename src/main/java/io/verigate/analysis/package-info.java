/// The service in memory, which the analyst's tools run: regression, simulation, playback.
@NullMarked
package io.verigate.analysis;

import org.jspecify.annotations.NullMarked;
