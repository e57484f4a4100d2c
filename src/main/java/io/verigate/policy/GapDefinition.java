package io.verigate.policy;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.SubjectKind;

/// A time since something happened last, that rules may read.
///
/// @param name of the fact
/// @param event what happened
/// @param per to whom
public record GapDefinition(String name, ActivityEvent event, SubjectKind per) {}
