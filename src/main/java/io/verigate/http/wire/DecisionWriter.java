package io.verigate.http.wire;

import io.verigate.decision.Decision;
import io.verigate.decision.Decision.HeldBlock;
import io.verigate.decision.FactType;
import io.verigate.decision.Finding;
import io.verigate.decision.Verdict;
import io.verigate.journal.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns decisions into what callers get. Thread-safe.
public final class DecisionWriter {
    private static final String RECOVERY = "account-recovery";

    private final Phrasing phrasing;
    private final String recoveryAddress;

    /// @param recoveryAddress where people are sent who have neither password nor security info (S21); empty when nowhere
    public DecisionWriter(Phrasing phrasing, String recoveryAddress) {
        this.phrasing = phrasing;
        this.recoveryAddress = recoveryAddress;
    }

    /// The answer.
    ///
    /// @param language of its texts, BCP 47; empty for the service's own
    public DecisionAnswer answer(Decision decision, String language) {
        return new DecisionAnswer(
                decision.id(),
                decision.verdict().word(),
                decision.at(),
                decision.verdict() == Verdict.DELAY ? decision.until() : null,
                decision.reasons().stream()
                        .map(reason ->
                                new DecisionAnswer.Reason(
                                        reason.code(),
                                        reason.rule(),
                                        phrasing.reason(reason.code(), language)))
                        .toList(),
                decision.heldBlock().map(DecisionWriter::held).orElse(null),
                next(decision, language),
                sender(decision.sender()),
                decision.ruleset(),
                decision.shadows().stream().map(DecisionWriter::found).toList());
    }

    /// What it advises the person to do.
    public List<DecisionAnswer.Advice> advice(Decision decision, String language) {
        return decision.advice().stream()
                .map(code -> new DecisionAnswer.Advice(code, phrasing.advice(code, language)))
                .toList();
    }

    /// What the log has of it.
    public DecisionRecord record(JournalEntry entry, String language) {
        Decision decision = entry.decision();
        return new DecisionRecord(
                answer(decision, language),
                decision.interaction().word(),
                decision.account(),
                entry.channel(),
                entry.hint(),
                entry.region(),
                decision.facts(),
                decision.fired(),
                decision.losers().stream().map(DecisionWriter::found).toList());
    }

    /// When the same request may be repeated; empty when it may not.
    public static Optional<Instant> retryAt(Decision decision) {
        return decision.retryAt().filter(at -> at.isBefore(FactType.FOREVER));
    }

    /// The sender as callers get it.
    static DecisionAnswer.@Nullable Sender sender(Decision.@Nullable Sender sender) {
        return sender == null
                ? null
                : new DecisionAnswer.Sender(sender.channel().word(), sender.address());
    }

    private DecisionAnswer.Next next(Decision decision, String language) {
        Optional<Instant> retryAt = retryAt(decision);
        List<DecisionAnswer.Usable> methods =
                decision.methods().stream()
                        .map(usable ->
                                new DecisionAnswer.Usable(
                                        usable.securityInfo(),
                                        usable.channel().word(),
                                        usable.hint()))
                        .toList();
        return new DecisionAnswer.Next(
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

    private static DecisionAnswer.Held held(HeldBlock block) {
        String kind = block.permanent() ? "permanent" : "temporary";
        boolean standing = block.id().isEmpty();
        return new DecisionAnswer.Held(
                standing ? null : block.id(),
                block.scope().word(),
                standing ? "standing" : kind,
                block.until(),
                block.clause());
    }

    private static DecisionAnswer.Shadow found(Finding finding) {
        Instant until = finding.until();
        return new DecisionAnswer.Shadow(
                finding.rule(),
                finding.reason(),
                finding.verdict().word(),
                until == null || !until.isBefore(FactType.FOREVER) ? null : until);
    }

    /// Whole seconds from one time to another, rounded up, at least 0: who waits that long is not too early.
    public static long seconds(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return Math.max(0, length.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
