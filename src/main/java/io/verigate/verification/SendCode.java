package io.verigate.verification;

import io.verigate.account.ImpossibleChange;
import io.verigate.account.SecurityInfo;
import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionConsequence;
import io.verigate.assessment.DecisionEffects;
import io.verigate.assessment.DecisionService;
import io.verigate.decision.Channel;
import io.verigate.decision.ClientFamiliarity;
import io.verigate.decision.Decision;
import io.verigate.decision.Ids;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Verdict;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.delivery.outbox.OutboxNotifier;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Sends codes: decides and, when the decision accepts, queues the message in the outbox in the same transaction.
/// Thread-safe.
@Singleton
public final class SendCode {
    private final DecisionService decisions;
    private final OutboxNotifier outbox;

    /// @param outbox is woken after a message is queued
    public SendCode(DecisionService decisions, OutboxNotifier outbox) {
        this.decisions = decisions;
        this.outbox = outbox;
    }

    /// The result of a request for a code.
    public sealed interface SendCodeResult {
        /// The decision.
        Decision decision();

        /// The message was queued in the outbox.
        record Queued(Verification verification, Decision decision) implements SendCodeResult {}

        /// The decision refused; nothing is sent.
        record Refused(Decision decision) implements SendCodeResult {}
    }

    /// Sends a new code.
    ///
    /// @param interaction that requests a code
    /// @param purpose what the code is for
    public LedgerTransaction<SendCodeResult> send(Interaction interaction, Purpose purpose) {
        return decisions.decide(interaction, new QueueMessage(interaction, purpose, "", outbox));
    }

    /// Sends a new code that supersedes an older one.
    ///
    /// The transaction fails with `ImpossibleChange` when the code is for security info that was removed.
    ///
    /// @param old the verification that it replaces
    public LedgerTransaction<SendCodeResult> resend(Verification old, Interaction interaction) {
        return decisions.decide(
                interaction, new QueueMessage(interaction, old.purpose(), old.id(), outbox));
    }

    /// Queues the message of an allowed decision.
    ///
    /// @param superseded id of a verification that it supersedes, as well as those to the same address; empty for none
    public record QueueMessage(
            Interaction interaction, Purpose purpose, String superseded, OutboxNotifier outbox)
            implements DecisionConsequence<SendCodeResult> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(Verification.RECORDS.key(interaction.account()));
        }

        @Override
        public SendCodeResult apply(AssessmentResult result, DecisionEffects effects) {
            if (!result.decision().verdict().accepts()) {
                return new SendCodeResult.Refused(result.decision());
            }
            if (purpose == Purpose.SECURITY_INFO && result.securityInfo().isEmpty()) {
                throw new ImpossibleChange(
                        "the security info of this code was removed: add it again");
            }
            Verification verification = verification(result, effects);
            AccountVerifications all =
                    AccountVerifications.read(effects.view(), interaction.account());
            for (Verification older : all.all()) {
                if (isSuperseded(older, verification)) {
                    all = all.with(older.in(VerificationState.SUPERSEDED));
                }
            }
            all.with(verification).write(effects.view(), interaction.account());
            OutboxMessage message = verification.message(Ids.next("m-", result.at()));
            effects.view().put(OutboxMessage.RECORDS.key(message.id()), message);
            return new SendCodeResult.Queued(verification, result.decision());
        }

        @Override
        public void committed(SendCodeResult result) {
            if (result instanceof SendCodeResult.Queued) {
                outbox.wake();
            }
        }

        private boolean isSuperseded(Verification older, Verification newer) {
            boolean sameDestination =
                    older.purpose() == newer.purpose() && older.address().equals(newer.address());
            return older.state().isOpen() && (sameDestination || older.id().equals(superseded));
        }

        private Verification verification(AssessmentResult result, DecisionEffects effects) {
            Instant now = result.at();
            Decision decision = result.decision();
            Instant until = decision.until();
            // The delay of a replacement is a hold after its confirmation; its code is sent at
            // once.
            boolean later =
                    decision.verdict() == Verdict.DELAY
                            && interaction.kind() != InteractionKind.REPLACE_SECURITY_INFO;
            Instant deliverAt = later && until != null ? capped(until, now) : now;
            Channel channel = Objects.requireNonNull(result.channel(), "a code needs a channel");
            return new Verification(
                    Ids.next("v-", now),
                    interaction.account(),
                    purpose,
                    channel,
                    result.destination().orElseThrow(),
                    result.securityInfo(),
                    language(result),
                    decision.id(),
                    VerificationState.QUEUED,
                    null,
                    Codes.CHECKS,
                    now,
                    deliverAt,
                    deliverAt.plus(Codes.LIFE),
                    effects.nextRequestAt(),
                    origin(decision.facts()),
                    null);
        }

        /// A delay that comes from a fact may exceed the maximum, which is checked for policy values only.
        private static Instant capped(Instant until, Instant now) {
            Instant last = now.plus(Verdict.MAX_DELAY);
            return until.isAfter(last) ? last : until;
        }

        private static ClientFamiliarity origin(Map<String, Object> facts) {
            if (isTrue(facts, KnownFact.FAMILIAR_SOURCE)) {
                return ClientFamiliarity.FAMILIAR;
            }
            boolean strange =
                    isTrue(facts, KnownFact.NEW_DEVICE) || isTrue(facts, KnownFact.NEW_NETWORK);
            return strange ? ClientFamiliarity.STRANGE : ClientFamiliarity.UNKNOWN;
        }

        private static boolean isTrue(Map<String, Object> facts, KnownFact flag) {
            return Boolean.TRUE.equals(facts.get(flag.definition().name()));
        }

        /// The language of the security info, else of the request, else of the account (S25).
        private String language(AssessmentResult result) {
            String enrolled =
                    result.account()
                            .info(result.securityInfo())
                            .map(SecurityInfo::language)
                            .orElse("");
            if (!enrolled.isEmpty()) {
                return enrolled;
            }
            return interaction.language().isEmpty()
                    ? result.account().language()
                    : interaction.language();
        }
    }
}
