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
import io.verigate.verification.SendCode.SendCodeResult;
import io.verigate.verification.Verification;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds security info to an account, or replaces all of it. The info is pending until its code is verified, or
/// confirmed at once for methods that the caller has verified. A replacement that the decision delays is on hold until
/// then. Thread-safe.
@Singleton
public final class EnrolSecurityInfo {
    private final DecisionService decisions;
    private final OutboxNotifier outbox;

    /// @param outbox is woken after a message is queued
    public EnrolSecurityInfo(DecisionService decisions, OutboxNotifier outbox) {
        this.decisions = decisions;
        this.outbox = outbox;
    }

    /// The result of an enrolment.
    public sealed interface EnrolmentResult {
        /// The decision.
        Decision decision();

        /// The info was added; a code is being sent to it.
        record Pending(SecurityInfo info, Verification verification, Decision decision)
                implements EnrolmentResult {}

        /// The info was added and verified; it works, unless it is on hold.
        record Confirmed(SecurityInfo info, Decision decision) implements EnrolmentResult {}

        /// The decision refused; nothing was added.
        record Refused(Decision decision) implements EnrolmentResult {}
    }

    /// Adds or replaces security info.
    ///
    /// @param interaction of the kind `ADD_SECURITY_INFO` or `REPLACE_SECURITY_INFO`; without a method when the channel
    ///     receives no codes
    /// @param channel of the info
    public LedgerTransaction<EnrolmentResult> add(Interaction interaction, Channel channel) {
        return decisions.decide(interaction, new AddInfo(interaction, channel, outbox));
    }

    record AddInfo(Interaction interaction, Channel channel, OutboxNotifier outbox)
            implements DecisionConsequence<EnrolmentResult> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(Verification.RECORDS.key(interaction.account()));
        }

        @Override
        public EnrolmentResult apply(AssessmentResult result, DecisionEffects effects) {
            Decision decision = result.decision();
            if (!decision.verdict().accepts()) {
                return new EnrolmentResult.Refused(decision);
            }
            SecurityInfo info = info(result);
            Account before = result.account();
            Account with = before.with(info);
            Account account =
                    info.state().works() && !channel.receivesCodes()
                            ? with.verified(result.at())
                            : with;
            if (info.isHeld() && before.held().isEmpty()) {
                ChangeNotices.queue(before.confirmed(), result, effects);
            }
            effects.view().put(Account.RECORDS.key(account.id()), account);
            if (!channel.receivesCodes()) {
                if (info.state().works()) {
                    effects.count(ActivityEvent.SECURITY_INFO_USED);
                }
                return new EnrolmentResult.Confirmed(info, decision);
            }
            AssessmentResult enrolled =
                    new AssessmentResult(
                            decision, result.at(), account, channel, result.address(), info.id());
            SendCodeResult sent =
                    new SendCode.QueueMessage(interaction, Purpose.SECURITY_INFO, "", outbox)
                            .apply(enrolled, effects);
            return switch (sent) {
                case SendCodeResult.Queued queued ->
                        new EnrolmentResult.Pending(info, queued.verification(), decision);
                case SendCodeResult.Refused refused ->
                        new EnrolmentResult.Refused(refused.decision());
            };
        }

        @Override
        public void committed(EnrolmentResult result) {
            if (!(result instanceof EnrolmentResult.Refused)) {
                outbox.wake(); // for a code, or for notices to the contacts
            }
        }

        private SecurityInfo info(AssessmentResult result) {
            SecurityInfo info =
                    result.destination()
                            .flatMap(address -> result.account().infoAt(address))
                            .orElseGet(() -> fresh(result));
            Instant hold = hold(result.decision());
            if (hold != null && info.state() == InfoState.PENDING && !info.isHeld()) {
                info = info.held(hold);
            }
            return channel.receivesCodes() ? info : info.confirmed(result.at());
        }

        private @Nullable Instant hold(Decision decision) {
            boolean delayed =
                    interaction.kind() == InteractionKind.REPLACE_SECURITY_INFO
                            && decision.verdict() == Verdict.DELAY;
            return delayed ? decision.until() : null;
        }

        /// In the language of the account, which the info keeps (S25).
        private SecurityInfo fresh(AssessmentResult result) {
            String language = result.account().language();
            return SecurityInfo.pending(
                    Ids.next("si-", result.at()),
                    channel,
                    result.address(),
                    language.isEmpty() ? interaction.language() : language,
                    result.at());
        }
    }
}
