package io.verigate.securityinfo;

import io.verigate.account.Account;
import io.verigate.account.SecurityInfo;
import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionConsequence;
import io.verigate.assessment.DecisionEffects;
import io.verigate.assessment.DecisionService;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Ids;
import io.verigate.decision.InfoState;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Verdict;
import io.verigate.delivery.outbox.OutboxNotifier;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.verification.Purpose;
import io.verigate.verification.SendCode;
import io.verigate.verification.Verification;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds security info to an account, beside what there is or in place of all of it: pending with a code on its way, or
/// confirmed at once for methods that the caller itself has proven. A replacement that the decision delays is held
/// until then. Thread-safe.
@Singleton
public final class EnrolSecurityInfo {
    private final DecisionService decisions;
    private final OutboxNotifier outbox;

    /// @param outbox woken after a message is queued
    public EnrolSecurityInfo(DecisionService decisions, OutboxNotifier outbox) {
        this.decisions = decisions;
        this.outbox = outbox;
    }

    /// The outcome.
    public sealed interface Outcome {
        /// The decision.
        Decision decision();

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
    public LedgerTransaction<Outcome> add(Interaction interaction, Channel channel) {
        return decisions.decide(interaction, new Adding(interaction, channel, outbox));
    }

    record Adding(Interaction interaction, Channel channel, OutboxNotifier outbox)
            implements DecisionConsequence<Outcome> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(Verification.RECORDS.key(interaction.account()));
        }

        @Override
        public Outcome apply(AssessmentResult assessed, DecisionEffects effects) {
            Decision decision = assessed.decision();
            if (!decision.verdict().accepts()) {
                return new Outcome.Refused(decision);
            }
            SecurityInfo info = info(assessed);
            Account before = assessed.account();
            Account with = before.with(info);
            Account account =
                    info.state().works() && !channel.receivesCodes()
                            ? with.verified(assessed.at())
                            : with;
            if (info.isHeld() && before.held().isEmpty()) {
                ChangeNotices.queue(before.confirmed(), assessed, effects);
            }
            effects.view().put(Account.RECORDS.key(account.id()), account);
            if (!channel.receivesCodes()) {
                if (info.state().works()) {
                    effects.count(ActivityEvent.SECURITY_INFO_USED);
                }
                return new Outcome.Confirmed(info, decision);
            }
            AssessmentResult enrolled =
                    new AssessmentResult(
                            decision,
                            assessed.at(),
                            account,
                            channel,
                            assessed.address(),
                            info.id());
            SendCode.Outcome sent =
                    new SendCode.Queueing(interaction, Purpose.SECURITY_INFO, "", outbox)
                            .apply(enrolled, effects);
            return switch (sent) {
                case SendCode.Outcome.Queued queued ->
                        new Outcome.Pending(info, queued.verification(), decision);
                case SendCode.Outcome.Refused refused -> new Outcome.Refused(refused.decision());
            };
        }

        @Override
        public void committed(Outcome result) {
            if (!(result instanceof Outcome.Refused)) {
                outbox.wake(); // a code, or a notice to the contacts that there are
            }
        }

        private SecurityInfo info(AssessmentResult assessed) {
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
        private SecurityInfo fresh(AssessmentResult assessed) {
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
