/// Simulates honest people and attackers, or plays recorded interactions again, on the service in memory: what a policy
/// costs each of them.
@NullMarked
package io.verigate.analysis.simulation;

import org.jspecify.annotations.NullMarked;
