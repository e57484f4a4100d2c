package io.verigate.decision;

/// What a rule wants remembered of somebody: it counts like an event, so that counters and gaps tell of it later.
///
/// @param of for whom; nothing is remembered when the interaction has no such subject, or no policy counts for it
/// @param event what happened, as the rule sees it
public record Mark(SubjectKind of, ActivityEvent event) {
    /// In words, as cases name it: `region high-traffic`.
    public String words() {
        return of.wireName() + " " + event.wireName();
    }
}
