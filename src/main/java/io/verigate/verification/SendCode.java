package io.verigate.verification;

import io.verigate.account.ImpossibleChange;
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

/// Sends codes: decides and, when that allows it, puts the message into the outbox in the same transaction. Thread-safe.
@Singleton
public final class SendCode {
    private final DecisionService decisions;
    private final OutboxNotifier outbox;

    /// @param outbox woken after a message is queued
    public SendCode(DecisionService decisions, OutboxNotifier outbox) {
        this.decisions = decisions;
        this.outbox = outbox;
    }

    /// The outcome.
    public sealed interface Outcome {
        /// The decision.
        Decision decision();

        /// The message is in the outbox.
        record Queued(Verification verification, Decision decision) implements Outcome {}

        /// The decision refuses; nothing is sent.
        record Refused(Decision decision) implements Outcome {}
    }

    /// Sends a new code.
    ///
    /// @param interaction asks for a code
    /// @param purpose what the code is for
    public LedgerTransaction<Outcome> send(Interaction interaction, Purpose purpose) {
        return decisions.decide(interaction, new Queueing(interaction, purpose, "", outbox));
    }

    /// Sends a new code that supersedes an older one.
    ///
    /// The transaction fails with `ImpossibleChange` when the code should prove security info that was removed.
    ///
    /// @param old the verification that it replaces
    public LedgerTransaction<Outcome> resend(Verification old, Interaction interaction) {
        return decisions.decide(
                interaction, new Queueing(interaction, old.purpose(), old.id(), outbox));
    }

    /// Queues the message of an allowed decision.
    ///
    /// @param replaced id of the verification that it supersedes besides those to the same address; empty for none
    public record Queueing(
            Interaction interaction, Purpose purpose, String replaced, OutboxNotifier outbox)
            implements DecisionConsequence<Outcome> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(Verification.RECORDS.key(interaction.account()));
        }

        @Override
        public Outcome apply(AssessmentResult assessed, DecisionEffects effects) {
            if (!assessed.decision().verdict().accepts()) {
                return new Outcome.Refused(assessed.decision());
            }
            if (purpose == Purpose.SECURITY_INFO && assessed.securityInfo().isEmpty()) {
                throw new ImpossibleChange(
                        "the security info that this code should prove was removed: add it again");
            }
            Verification verification = verification(assessed, effects);
            Key<String, AccountVerifications> place =
                    Verification.RECORDS.key(interaction.account());
            AccountVerifications all = effects.view().get(place).orElse(AccountVerifications.NONE);
            for (Verification older : all.all()) {
                if (isReplaced(older, verification)) {
                    all = all.with(older.in(VerificationState.SUPERSEDED));
                }
            }
            effects.view().put(place, all.with(verification));
            OutboxMessage message = verification.message(Ids.next("m-", assessed.at()));
            effects.view().put(OutboxMessage.RECORDS.key(message.id()), message);
            return new Outcome.Queued(verification, assessed.decision());
        }

        @Override
        public void committed(Outcome result) {
            if (result instanceof Outcome.Queued) {
                outbox.wake();
            }
        }

        private boolean isReplaced(Verification older, Verification newer) {
            boolean sameWay =
                    older.purpose() == newer.purpose() && older.address().equals(newer.address());
            return older.state().isOpen() && (sameWay || older.id().equals(replaced));
        }

        private Verification verification(AssessmentResult assessed, DecisionEffects effects) {
            Instant now = assessed.at();
            Decision decision = assessed.decision();
            Instant until = decision.until();
            // A replacement that is delayed is held once it is proven; its code leaves at once.
            boolean later =
                    decision.verdict() == Verdict.DELAY
                            && interaction.kind() != InteractionKind.REPLACE_SECURITY_INFO;
            Instant deliverAt = later && until != null ? soon(until, now) : now;
            Channel channel = Objects.requireNonNull(assessed.channel(), "a code needs a channel");
            return new Verification(
                    Ids.next("v-", now),
                    interaction.account(),
                    purpose,
                    channel,
                    assessed.destination().orElseThrow(),
                    assessed.securityInfo(),
                    language(assessed),
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

        /// A delay that is as long as a fact may be longer than what a check of the rules lets through.
        private static Instant soon(Instant until, Instant now) {
            Instant last = now.plus(Verdict.MAX_DELAY);
            return until.isAfter(last) ? last : until;
        }

        private static ClientFamiliarity origin(Map<String, Object> facts) {
            if (holds(facts, KnownFact.FAMILIAR_SOURCE)) {
                return ClientFamiliarity.FAMILIAR;
            }
            boolean strange =
                    holds(facts, KnownFact.NEW_DEVICE) || holds(facts, KnownFact.NEW_NETWORK);
            return strange ? ClientFamiliarity.STRANGE : ClientFamiliarity.UNKNOWN;
        }

        private static boolean holds(Map<String, Object> facts, KnownFact flag) {
            return Boolean.TRUE.equals(facts.get(flag.definition().name()));
        }

        /// The language in which the security info was added; else what the caller says; else the account's (S25).
        private String language(AssessmentResult assessed) {
            String enrolled =
                    assessed.account()
                            .info(assessed.securityInfo())
                            .map(info -> info.language())
                            .orElse("");
            if (!enrolled.isEmpty()) {
                return enrolled;
            }
            return interaction.language().isEmpty()
                    ? assessed.account().language()
                    : interaction.language();
        }
    }
}
