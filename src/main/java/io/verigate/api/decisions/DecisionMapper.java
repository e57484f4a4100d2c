package io.verigate.api.decisions;

import io.verigate.api.journal.DecisionLogEntry;
import io.verigate.decision.Decision;
import io.verigate.decision.Decision.HeldBlock;
import io.verigate.decision.FactType;
import io.verigate.decision.Finding;
import io.verigate.decision.Verdict;
import io.verigate.journal.JournalEntry;
import io.verigate.messages.PhraseSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns decisions into what callers get. Thread-safe.
@Singleton
public final class DecisionMapper {
    private static final String RECOVERY = "account-recovery";

    private final PhraseSource phrasing;
    private final String recoveryAddress;

    /// @param recoveryAddress where people are sent who have neither password nor security info (S21); empty when nowhere
    public DecisionMapper(PhraseSource phrasing, RecoveryConfiguration recovery) {
        this.phrasing = phrasing;
        this.recoveryAddress = recovery.address();
    }

    /// The answer.
    ///
    /// @param language of its texts, BCP 47; empty for the service's own
    public DecisionResponse answer(Decision decision, String language) {
        return new DecisionResponse(
                decision.id(),
                decision.verdict().wireName(),
                decision.at(),
                decision.verdict() == Verdict.DELAY ? decision.until() : null,
                decision.reasons().stream()
                        .map(reason ->
                                new DecisionResponse.Reason(
                                        reason.code(),
                                        reason.rule(),
                                        phrasing.reason(reason.code(), language)))
                        .toList(),
                decision.heldBlock().map(DecisionMapper::held).orElse(null),
                next(decision, language),
                sender(decision.sender()),
                decision.ruleset(),
                decision.shadows().stream().map(DecisionMapper::found).toList());
    }

    /// What it advises the person to do.
    public List<DecisionResponse.Advice> advice(Decision decision, String language) {
        return decision.advice().stream()
                .map(code -> new DecisionResponse.Advice(code, phrasing.advice(code, language)))
                .toList();
    }

    /// What the log has of it.
    public DecisionLogEntry record(JournalEntry entry, String language) {
        Decision decision = entry.decision();
        return new DecisionLogEntry(
                answer(decision, language),
                decision.interaction().wireName(),
                decision.account(),
                entry.channel(),
                entry.hint(),
                entry.region(),
                decision.facts(),
                decision.fired(),
                decision.losers().stream().map(DecisionMapper::found).toList());
    }

    /// When the same request may be repeated; empty when it may not.
    public static Optional<Instant> retryAt(Decision decision) {
        return decision.retryAt().filter(at -> at.isBefore(FactType.FOREVER));
    }

    /// The sender as callers get it.
    public static DecisionResponse.@Nullable Sender sender(Decision.@Nullable Sender sender) {
        return sender == null
                ? null
                : new DecisionResponse.Sender(sender.channel().wireName(), sender.address());
    }

    private DecisionResponse.Next next(Decision decision, String language) {
        Optional<Instant> retryAt = retryAt(decision);
        List<DecisionResponse.Usable> methods =
                decision.methods().stream()
                        .map(usable ->
                                new DecisionResponse.Usable(
                                        usable.securityInfo(),
                                        usable.channel().wireName(),
                                        usable.hint()))
                        .toList();
        return new DecisionResponse.Next(
                retryAt.orElse(null),
                retryAt.map(at -> seconds(decision.at(), at)).orElse(null),
                methods,
                advice(decision, language),
                decision.route().isEmpty() ? null : decision.route(),
                decision.otherwise().orElse(null),
                recoveryAddress.isEmpty() || !leadsToRecovery(decision) ? null : recoveryAddress);
    }

    private static boolean leadsToRecovery(Decision decision) {
        return decision.route().equals(RECOVERY)
                || decision.otherwise().filter(RECOVERY::equals).isPresent();
    }

    private static DecisionResponse.Held held(HeldBlock block) {
        String kind = block.permanent() ? "permanent" : "temporary";
        boolean standing = block.id().isEmpty();
        return new DecisionResponse.Held(
                standing ? null : block.id(),
                block.scope().wireName(),
                standing ? "standing" : kind,
                block.until(),
                block.clause());
    }

    private static DecisionResponse.Shadow found(Finding finding) {
        Instant until = finding.until();
        return new DecisionResponse.Shadow(
                finding.rule(),
                finding.reason(),
                finding.verdict().wireName(),
                until == null || !until.isBefore(FactType.FOREVER) ? null : until);
    }

    /// Whole seconds from one time to another, rounded up, at least 0: who waits that long is not too early.
    public static long seconds(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return Math.max(0, length.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
