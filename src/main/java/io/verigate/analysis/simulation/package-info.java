/// A town of honest people and attackers, whose interactions go through the whole pipeline in memory, on a clock that
/// jumps: what a policy costs each kind of them.
@NullMarked
package io.verigate.analysis.simulation;

import org.jspecify.annotations.NullMarked;
