package io.verigate.policy;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.SubjectKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A count that rules may read.
///
/// @param name of the fact
/// @param event what is counted
/// @param per for whom
/// @param within how far back, from 1 minute to 90 days
/// @param distinct count different others instead of events; null to count events
/// @param after only what came after the latest of these; null for all
/// @param quiet forget everything before a silence longer than this; null to forget nothing
public record CounterDefinition(
        String name,
        ActivityEvent event,
        SubjectKind per,
        Duration within,
        @Nullable SubjectKind distinct,
        @Nullable ActivityEvent after,
        @Nullable Duration quiet) {}
