package io.verigate.policy;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.SubjectKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A counter.
///
/// @param name of the fact
/// @param event what is counted
/// @param per kind of subject that it is counted for
/// @param within how far back, from 1 minute to 90 days
/// @param distinct counts different subjects of this kind instead of events; null to count events
/// @param after counts only events after the latest of these; null for all
/// @param quiet resets the counter after a pause of this length; null to never reset it
public record CounterDefinition(
        String name,
        ActivityEvent event,
        SubjectKind per,
        Duration within,
        @Nullable SubjectKind distinct,
        @Nullable ActivityEvent after,
        @Nullable Duration quiet) {}
