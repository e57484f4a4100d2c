package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.account.InfoChange;
import io.verigate.account.SecurityInfo;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the security info of an account tells.
///
/// @param account as it is now
record InfoFacts(Account account, Instant now) {
    void applyTo(FactsBuilder facts, Interaction interaction, Reached reached) {
        List<SecurityInfo> confirmed = account.confirmed();
        facts.set(KnownFact.CONFIRMED_METHODS, (long) confirmed.size());
        facts.set(KnownFact.CONFIRMED_METHODS_LEFT, left(interaction, reached, confirmed.size()));
        facts.set(KnownFact.METHODS_CLEARED, account.isCleared());
        facts.set(KnownFact.REPLACEMENT_PENDING, !account.held().isEmpty());
        first(confirmed.stream(), SecurityInfo::confirmedAt)
                .ifPresent(at -> facts.set(KnownFact.OLDEST_METHOD, since(at)));
        first(account.securityInfo().stream().filter(InfoFacts::worked), SecurityInfo::confirmedAt)
                .ifPresent(at -> facts.set(KnownFact.SINCE_FIRST_METHOD, since(at)));
        account.securityInfo().stream()
                .filter(InfoFacts::wasTakenAway)
                .map(SecurityInfo::removedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .ifPresent(at -> facts.set(KnownFact.SINCE_METHOD_REMOVED, since(at)));
    }

    private static long left(Interaction interaction, Reached reached, int confirmed) {
        return switch (interaction.kind()) {
            case REMOVE_SECURITY_INFO -> reached.working().isPresent() ? confirmed - 1L : confirmed;
            case CLEAR_SECURITY_INFO -> 0;
            case SIGN_UP,
                    SIGN_IN,
                    SEND_CODE,
                    CHECK_CODE,
                    ADD_SECURITY_INFO,
                    REPLACE_SECURITY_INFO,
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

    private static Optional<Instant> first(
            Stream<SecurityInfo> infos, Function<SecurityInfo, @Nullable Instant> when) {
        return infos.map(when).filter(Objects::nonNull).min(Instant::compareTo);
    }

    private Duration since(Instant past) {
        return past.isAfter(now) ? Duration.ZERO : Duration.between(past, now);
    }
}
