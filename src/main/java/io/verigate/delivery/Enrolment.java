package io.verigate.delivery;

import io.verigate.account.Account;
import io.verigate.account.SecurityInfo;
import io.verigate.assessment.Aftermath;
import io.verigate.assessment.Assessed;
import io.verigate.assessment.Assessment;
import io.verigate.assessment.Consequence;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Ids;
import io.verigate.decision.InfoState;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Verdict;
import io.verigate.ledger.Shelf.Key;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds security info to an account, beside what there is or in place of all of it: pending with a code on its way, or
/// confirmed at once for methods that the caller itself has proven. A replacement that the decision delays is held
/// until then. Thread-safe.
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

        /// The info is there and proven; it works, unless it is held.
        record Confirmed(SecurityInfo info, Decision decision) implements Outcome {}

        /// The decision refuses; nothing was added.
        record Refused(Decision decision) implements Outcome {}
    }

    /// Adds a method of proof.
    ///
    /// @param interaction of the kind `ADD_SECURITY_INFO` or `REPLACE_SECURITY_INFO`; without a method when the channel
    ///     receives no codes
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
            Account before = assessed.account();
            Account account = before.with(info);
            if (info.isHeld() && before.held().isEmpty()) {
                Notices.queue(before.confirmed(), assessed, aftermath);
            }
            aftermath.pages().put(Account.SHELF.key(account.id()), account);
            if (!channel.receivesCodes()) {
                if (info.state().works()) {
                    aftermath.count(ActivityEvent.SECURITY_INFO_USED);
                }
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
            SecurityInfo info =
                    assessed.destination()
                            .flatMap(address -> assessed.account().infoAt(address))
                            .orElseGet(() -> fresh(assessed));
            Instant hold = hold(assessed.decision());
            if (hold != null && info.state() == InfoState.PENDING && !info.isHeld()) {
                info = info.held(hold);
            }
            return channel.receivesCodes() ? info : info.confirmed(assessed.at());
        }

        private @Nullable Instant hold(Decision decision) {
            boolean holds =
                    interaction.kind() == InteractionKind.REPLACE_SECURITY_INFO
                            && decision.verdict() == Verdict.DELAY;
            return holds ? decision.until() : null;
        }

        /// In the language of the account, which is fixed from now on (S25).
        private SecurityInfo fresh(Assessed assessed) {
            String language = assessed.account().language();
            return SecurityInfo.pending(
                    Ids.next("si-", assessed.at()),
                    channel,
                    assessed.address(),
                    language.isEmpty() ? interaction.language() : language,
                    assessed.at());
        }
    }
}
