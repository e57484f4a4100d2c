/// Counters of events, and blocks.
@NullMarked
package io.verigate.activity;

import org.jspecify.annotations.NullMarked;
