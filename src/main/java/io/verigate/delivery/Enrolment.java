package io.verigate.delivery;

import io.verigate.account.Account;
import io.verigate.account.SecurityInfo;
import io.verigate.assessment.Aftermath;
import io.verigate.assessment.Assessed;
import io.verigate.assessment.Assessment;
import io.verigate.assessment.Consequence;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Ids;
import io.verigate.decision.InfoState;
import io.verigate.decision.Interaction;
import io.verigate.ledger.Shelf.Key;
import java.util.Optional;
import java.util.Set;

/// Adds security info to an account: pending with a code on its way, or confirmed at once for methods that the caller
/// itself has proven. Thread-safe.
public final class Enrolment {
    private final Assessment assessment;

    public Enrolment(Assessment assessment) {
        this.assessment = assessment;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// The info is there; a code is on its way to it.
        record Pending(SecurityInfo info, Verification verification, Decision decision)
                implements Outcome {}

        /// The info is there and proven.
        record Confirmed(SecurityInfo info, Decision decision) implements Outcome {}

        /// The decision refuses; nothing was added.
        record Refused(Decision decision) implements Outcome {}
    }

    /// Adds a method of proof.
    ///
    /// @param interaction of the kind `ADD_SECURITY_INFO`; without a method when the channel receives no codes
    /// @param channel how it proves
    public <R> R add(Interaction interaction, Channel channel, Dispatch.Wrap<Outcome, R> wrap) {
        return assessment.assess(interaction, new Adding(interaction, channel), wrap::around);
    }

    record Adding(Interaction interaction, Channel channel) implements Consequence<Outcome> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(Verification.SHELF.key(interaction.account()));
        }

        @Override
        public Outcome apply(Assessed assessed, Aftermath aftermath) {
            Decision decision = assessed.decision();
            if (!decision.verdict().accepts()) {
                return new Outcome.Refused(decision);
            }
            SecurityInfo info = info(assessed);
            Account with = assessed.account().with(info);
            Account account =
                    info.state() == InfoState.CONFIRMED && !channel.receivesCodes()
                            ? with.verified(assessed.at())
                            : with;
            aftermath.pages().put(Account.SHELF.key(account.id()), account);
            if (!channel.receivesCodes()) {
                return new Outcome.Confirmed(info, decision);
            }
            Assessed enrolled =
                    new Assessed(
                            decision,
                            assessed.at(),
                            account,
                            channel,
                            assessed.address(),
                            info.id(),
                            assessed.nextRequest());
            Dispatch.Outcome sent =
                    new Dispatch.Queueing(interaction, Purpose.SECURITY_INFO, "")
                            .apply(enrolled, aftermath);
            return switch (sent) {
                case Dispatch.Outcome.Queued queued ->
                        new Outcome.Pending(info, queued.verification(), decision);
                case Dispatch.Outcome.Refused refused -> new Outcome.Refused(refused.decision());
            };
        }

        private SecurityInfo info(Assessed assessed) {
            Optional<SecurityInfo> known =
                    assessed.destination().flatMap(address -> assessed.account().infoAt(address));
            if (known.isPresent()) {
                return known.get();
            }
            String language =
                    interaction.language().isEmpty()
                            ? assessed.account().language()
                            : interaction.language();
            SecurityInfo info =
                    SecurityInfo.pending(
                            Ids.next("si-", assessed.at()),
                            channel,
                            assessed.address(),
                            language,
                            assessed.at());
            return channel.receivesCodes() ? info : info.confirmed(assessed.at());
        }
    }
}
