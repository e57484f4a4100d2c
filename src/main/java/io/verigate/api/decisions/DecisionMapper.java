package io.verigate.api.decisions;

import io.verigate.api.journal.DecisionLogEntry;
import io.verigate.decision.Decision;
import io.verigate.decision.Decision.ActiveBlock;
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

/// Maps decisions to responses. Thread-safe.
@Singleton
public final class DecisionMapper {
    private static final String RECOVERY = "account-recovery";

    private final PhraseSource phrasing;
    private final String recoveryAddress;

    /// @param recoveryAddress account recovery page for users with neither password nor security info (S21); empty for
    ///     none
    public DecisionMapper(PhraseSource phrasing, RecoveryConfiguration recovery) {
        this.phrasing = phrasing;
        this.recoveryAddress = recovery.address();
    }

    /// @param language language of its texts, BCP 47; empty for the default
    public DecisionResponse toResponse(Decision decision, String language) {
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
                decision.activeBlock().map(DecisionMapper::toHeld).orElse(null),
                next(decision, language),
                sender(decision.sender()),
                decision.ruleset(),
                decision.shadows().stream().map(DecisionMapper::toShadow).toList());
    }

    /// Maps a decision that asks something of the caller; null if it allows without advice.
    public @Nullable DecisionResponse toNotableResponse(Decision decision, String language) {
        return decision.verdict() == Verdict.ALLOW && decision.advice().isEmpty()
                ? null
                : toResponse(decision, language);
    }

    /// Returns the advice of a decision.
    public List<DecisionResponse.Advice> advice(Decision decision, String language) {
        return decision.advice().stream()
                .map(code -> new DecisionResponse.Advice(code, phrasing.advice(code, language)))
                .toList();
    }

    /// Maps a logged decision.
    public DecisionLogEntry toLogEntry(JournalEntry entry, String language) {
        Decision decision = entry.decision();
        return new DecisionLogEntry(
                toResponse(decision, language),
                decision.interaction().wireName(),
                decision.account(),
                entry.channel(),
                entry.hint(),
                entry.region(),
                decision.facts(),
                decision.fired(),
                decision.losers().stream().map(DecisionMapper::toShadow).toList());
    }

    /// Returns when the same request may be retried; empty if it may not.
    public static Optional<Instant> retryAt(Decision decision) {
        return decision.retryAt().filter(at -> at.isBefore(FactType.FOREVER));
    }

    /// Maps a sender.
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
                decision.noneOfTheseRoute().orElse(null),
                recoveryAddress.isEmpty() || !leadsToRecovery(decision) ? null : recoveryAddress);
    }

    private static boolean leadsToRecovery(Decision decision) {
        return decision.route().equals(RECOVERY)
                || decision.noneOfTheseRoute().filter(RECOVERY::equals).isPresent();
    }

    private static DecisionResponse.Held toHeld(ActiveBlock block) {
        String kind = block.permanent() ? "permanent" : "temporary";
        boolean byStanding = block.id().isEmpty();
        return new DecisionResponse.Held(
                byStanding ? null : block.id(),
                block.scope().wireName(),
                byStanding ? "standing" : kind,
                block.until(),
                block.clause());
    }

    private static DecisionResponse.Shadow toShadow(Finding finding) {
        Instant until = finding.until();
        return new DecisionResponse.Shadow(
                finding.rule(),
                finding.reason(),
                finding.verdict().wireName(),
                until == null || !until.isBefore(FactType.FOREVER) ? null : until);
    }

    /// Returns the seconds between two times, rounded up, at least 0.
    public static long seconds(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return Math.max(0, length.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
