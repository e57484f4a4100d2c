package io.verigate.assessment;

import java.time.InstantSource;

/// What every decision needs besides the rules.
///
/// @param listener is notified of every recorded decision
record DecisionSetup(AssessmentContext context, InstantSource clock, DecisionListener listener) {}
