package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.account.InfoChange;
import io.verigate.account.SecurityInfo;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.InfoState;
import io.verigate.decision.Interaction;
import io.verigate.decision.KnownFact;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the security info of an account tells.
///
/// @param account as it is now
record InfoFacts(Account account, Instant now) {
    void applyTo(FactsBuilder facts, Interaction interaction, ResolvedMethod reached) {
        if (account.securityInfo().isEmpty()) {
            return;
        }
        int confirmed = account.confirmed().size();
        facts.set(KnownFact.CONFIRMED_METHODS, (long) confirmed);
        facts.set(KnownFact.PENDING_METHODS, pending());
        facts.set(KnownFact.CONFIRMED_METHODS_LEFT, left(interaction, reached, confirmed));
        facts.set(KnownFact.METHODS_CLEARED, account.isCleared());
        facts.set(KnownFact.REPLACEMENT_PENDING, !account.held().isEmpty());
        account.securityInfo().stream()
                .filter(InfoFacts::wasTakenAway)
                .map(SecurityInfo::removedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .ifPresent(removal -> removed(facts, removal));
    }

    /// What was there when something was last taken away.
    private void removed(FactsBuilder facts, Instant removal) {
        facts.set(KnownFact.SINCE_METHOD_REMOVED, between(removal, now));
        firstConfirmed(account.securityInfo().stream().filter(InfoFacts::worked))
                .ifPresent(at -> facts.set(KnownFact.METHODS_HAD_AT_REMOVAL, between(at, removal)));
        firstConfirmed(account.confirmed().stream())
                .ifPresent(at -> facts.set(KnownFact.OLDEST_LEFT_AT_REMOVAL, between(at, removal)));
    }

    private long pending() {
        return account.securityInfo().stream()
                .filter(info -> info.state() == InfoState.PENDING)
                .count();
    }

    private static long left(Interaction interaction, ResolvedMethod reached, int confirmed) {
        return switch (interaction.kind()) {
            case REMOVE_SECURITY_INFO -> reached.working().isPresent() ? confirmed - 1L : confirmed;
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

    /// Whether the person could prove themselves with it at some time: not before its hold ended.
    private static boolean worked(SecurityInfo info) {
        Instant proven = info.confirmedAt();
        Instant held = info.heldUntil();
        return proven != null && (held == null || !proven.isBefore(held));
    }

    /// What a replacement takes the place of has been held against long enough.
    private static boolean wasTakenAway(SecurityInfo info) {
        return worked(info)
                && (info.last() == InfoChange.CONFIRM_REMOVAL || info.last() == InfoChange.CLEAR);
    }

    private static Optional<Instant> firstConfirmed(Stream<SecurityInfo> infos) {
        return infos.map(SecurityInfo::confirmedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }

    private static Duration between(Instant from, Instant to) {
        return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
    }
}
