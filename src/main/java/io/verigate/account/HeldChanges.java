package io.verigate.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What becomes of replacements while they are held, and after (S19, S20).
final class HeldChanges {
    private HeldChanges() {}

    /// The account when every hold that has ended by now has taken effect, the earliest first.
    static Account ended(Account account, Instant now) {
        if (account.securityInfo().stream().noneMatch(SecurityInfo::isHeld)) {
            return account;
        }
        Account after = account;
        List<SecurityInfo> due =
                account.securityInfo().stream()
                        .filter(info -> effect(info).filter(at -> !at.isAfter(now)).isPresent())
                        .sorted(Comparator.comparing(info -> effect(info).orElseThrow()))
                        .toList();
        for (SecurityInfo info : due) {
            after = takeEffect(after, info, effect(info).orElseThrow());
        }
        return after;
    }

    /// Takes the place of everything that was proven before it was named.
    private static Account takeEffect(Account account, SecurityInfo fresh, Instant at) {
        Account after = account;
        for (SecurityInfo old : account.confirmed()) {
            Instant proven = old.confirmedAt();
            if (proven != null && proven.isBefore(fresh.addedAt())) {
                after = after.with(old.after(InfoChange.REPLACE, at));
            }
        }
        return after.with(fresh.after(InfoChange.TAKE_EFFECT, at));
    }

    /// When a replacement takes effect: at the end of its hold, or later, when it is proven. Empty before that, while
    /// the hold stands still, and for what is none.
    private static Optional<Instant> effect(SecurityInfo info) {
        Instant end = info.heldUntil();
        Instant proven = info.confirmedAt();
        if (!info.isHeld() || info.pausedAt() != null || end == null || proven == null) {
            return Optional.empty();
        }
        return Optional.of(end.isAfter(proven) ? end : proven);
    }

    /// The account without replacements that were held at a time.
    static Account cancelled(Account account, Instant at) {
        Account after = account;
        for (SecurityInfo held : account.held()) {
            if (!held.addedAt().isAfter(at)) {
                after = after.with(held.after(InfoChange.CANCEL, at));
            }
        }
        return after;
    }

    /// The account with all holds standing still.
    static Account paused(Account account, Instant now) {
        return each(account, InfoChange.PAUSE, now);
    }

    /// The account with all holds going on where they stood still.
    static Account resumed(Account account, Instant now) {
        return each(account, InfoChange.RESUME, now);
    }

    private static Account each(Account account, InfoChange change, Instant now) {
        Account after = account;
        for (SecurityInfo held : account.held()) {
            after = after.with(held.after(change, now));
        }
        return after;
    }
}
