package io.verigate.policy;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.SubjectKind;

/// The time since an event last happened.
///
/// @param name of the fact
/// @param event what happened
/// @param per kind of subject that it happened to
public record GapDefinition(String name, ActivityEvent event, SubjectKind per) {}
