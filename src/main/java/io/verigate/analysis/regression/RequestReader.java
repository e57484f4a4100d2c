package io.verigate.analysis.regression;

import io.verigate.decision.Channel;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Reads what a person does, by its kind: `interaction: send-code` and the others.
///
/// @param interactions read what all kinds have in common
record RequestReader(InteractionFields interactions) {
    private static final Set<InteractionKind> ENROLS =
            EnumSet.of(InteractionKind.ADD_SECURITY_INFO, InteractionKind.REPLACE_SECURITY_INFO);

    /// Empty after a fault.
    Optional<TimelineAction> read(InteractionKind kind, StepFields fields) {
        if (kind == InteractionKind.REPORT) {
            fields.fault("`interaction` cannot be `report`: use `event`");
            return Optional.empty();
        }
        Optional<Channel> channel = interactions.channel(fields);
        Interaction interaction = interactions.interaction(kind, fields, null);
        if (fields.has("code") && kind != InteractionKind.CHECK_CODE) {
            fields.fault("`code` is only allowed for `check-code`");
        }
        if (kind == InteractionKind.CHECK_CODE && fields.has("code")) {
            String code = fields.needed("code");
            if (!code.equals("right") && !code.equals("wrong")) {
                fields.fault("`code` must be `right` or `wrong`");
            }
            return Optional.of(new TimelineAction.Check(interaction, code.equals("right")));
        }
        if (channel.isPresent() && ENROLS.contains(kind)) {
            return Optional.of(new TimelineAction.Enrol(interaction, channel.get()));
        }
        if (kind == InteractionKind.SKIP_PROMPT) {
            return Optional.of(new TimelineAction.Skip(interaction));
        }
        if (fields.has("step")) {
            return step(kind, fields, interaction, channel);
        }
        if (kind == InteractionKind.SEND_CODE && interaction.method() instanceof Method.None) {
            fields.fault("`method` is required for a code");
        }
        return Optional.of(new TimelineAction.Ask(interaction));
    }

    /// One of two steps, in which security info is removed or cleared.
    private static Optional<TimelineAction> step(
            InteractionKind kind,
            StepFields fields,
            Interaction interaction,
            Optional<Channel> channel) {
        String step = fields.needed("step");
        boolean second = step.equals("confirm") || step.equals("approve");
        if (kind == InteractionKind.CLEAR_SECURITY_INFO
                && (step.equals("request") || step.equals("approve"))) {
            return Optional.of(
                    new TimelineAction.Clear(interaction.account(), fields.needed("by"), second));
        }
        if (kind == InteractionKind.REMOVE_SECURITY_INFO
                && channel.isPresent()
                && (step.equals("request") || step.equals("confirm"))) {
            return Optional.of(new TimelineAction.Remove(interaction, channel.get(), second));
        }
        fields.fault(
                "`step` is `request` or `confirm` of `remove-security-info` with a `method`, or `request` or"
                        + " `approve` of `clear-security-info`");
        return Optional.empty();
    }
}
