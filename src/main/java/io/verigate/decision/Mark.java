package io.verigate.decision;

/// An event that a rule counts for a subject, so that counters and gaps can use it later.
///
/// @param subject for which it is counted; ignored when the interaction has no such subject, or no policy counts for it
/// @param event in the view of the rule
public record Mark(SubjectKind subject, ActivityEvent event) {
    /// The text in cases, for example `region high-traffic`.
    public String words() {
        return subject.wireName() + " " + event.wireName();
    }
}
