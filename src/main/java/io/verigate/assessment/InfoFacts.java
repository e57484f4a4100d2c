package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.account.InfoChange;
import io.verigate.account.PromptClock;
import io.verigate.account.SecurityInfo;
import io.verigate.decision.FactType;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.InfoState;
import io.verigate.decision.Interaction;
import io.verigate.decision.KnownFact;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The facts about the security info of an account: its state, its latest removal, and its verification prompt (S23,
/// S24, S27).
///
/// @param account as it is now
record InfoFacts(Account account, Instant now) {
    void applyTo(FactsBuilder facts, Interaction interaction, ResolvedMethod method) {
        prompt(facts);
        if (account.securityInfo().isEmpty()) {
            return;
        }
        int confirmed = account.confirmed().size();
        facts.set(KnownFact.CONFIRMED_METHODS, (long) confirmed);
        facts.set(KnownFact.PENDING_METHODS, pending());
        facts.set(KnownFact.CONFIRMED_METHODS_LEFT, remaining(interaction, method, confirmed));
        facts.set(KnownFact.METHODS_CLEARED, account.isCleared());
        facts.set(KnownFact.REPLACEMENT_PENDING, !account.held().isEmpty());
        account.securityInfo().stream()
                .filter(InfoFacts::wasRemoved)
                .map(SecurityInfo::removedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .ifPresent(removal -> removed(facts, removal));
    }

    /// How long confirmed methods had existed at the latest removal.
    private void removed(FactsBuilder facts, Instant removal) {
        facts.set(KnownFact.SINCE_METHOD_REMOVED, FactType.elapsed(removal, now));
        firstConfirmed(account.securityInfo().stream().filter(InfoFacts::wasUsable))
                .ifPresent(at ->
                        facts.set(KnownFact.METHODS_HAD_AT_REMOVAL, FactType.elapsed(at, removal)));
        firstConfirmed(account.confirmed().stream())
                .ifPresent(at ->
                        facts.set(KnownFact.OLDEST_LEFT_AT_REMOVAL, FactType.elapsed(at, removal)));
    }

    private void prompt(FactsBuilder facts) {
        account.lastVerified()
                .ifPresent(at -> facts.set(KnownFact.SINCE_CONFIRMED, FactType.elapsed(at, now)));
        List<SecurityInfo> confirmed = account.confirmed();
        if (confirmed.isEmpty()) {
            // Nothing can be verified, so the prompt must not bar the other ways back.
            return;
        }
        facts.set(
                KnownFact.CODES_ONLY,
                confirmed.stream().allMatch(info -> info.channel().receivesCodes()));
        PromptClock clock = account.prompt();
        facts.set(KnownFact.PROMPT_OPEN, clock.runs());
        if (clock.noticedAt() != null) {
            facts.set(KnownFact.SINCE_FIRST_NOTICE, FactType.elapsed(clock.noticedAt(), now));
        }
        if (clock.skippedAt() != null) {
            facts.set(KnownFact.SINCE_PROMPT_SKIP, FactType.elapsed(clock.skippedAt(), now));
        }
    }

    private long pending() {
        return account.securityInfo().stream()
                .filter(info -> info.state() == InfoState.PENDING)
                .count();
    }

    private static long remaining(Interaction interaction, ResolvedMethod method, int confirmed) {
        return switch (interaction.kind()) {
            case REMOVE_SECURITY_INFO -> method.working().isPresent() ? confirmed - 1L : confirmed;
            case CLEAR_SECURITY_INFO -> 0;
            case SIGN_UP,
                    SIGN_IN,
                    SEND_CODE,
                    CHECK_CODE,
                    ADD_SECURITY_INFO,
                    REPLACE_SECURITY_INFO,
                    SKIP_PROMPT,
                    REPORT ->
                    confirmed;
        };
    }

    /// Whether the person could ever verify themselves with it, which is not so before its hold ended.
    private static boolean wasUsable(SecurityInfo info) {
        Instant proven = info.confirmedAt();
        Instant held = info.heldUntil();
        return proven != null && (held == null || !proven.isBefore(held));
    }

    /// Info that a replacement replaced does not count: its hold was long enough to object.
    private static boolean wasRemoved(SecurityInfo info) {
        return wasUsable(info)
                && (info.last() == InfoChange.CONFIRM_REMOVAL || info.last() == InfoChange.CLEAR);
    }

    private static Optional<Instant> firstConfirmed(Stream<SecurityInfo> infos) {
        return infos.map(SecurityInfo::confirmedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }
}
