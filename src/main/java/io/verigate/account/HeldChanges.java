package io.verigate.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The life of replacements during and after their hold (S19, S20).
final class HeldChanges {
    private HeldChanges() {}

    /// The account after every replacement that is due has taken effect, the earliest first.
    static Account applyDue(Account account, Instant now) {
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

    /// Replaces everything that was confirmed before it was added.
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

    /// When a replacement takes effect: at the end of its hold or, if later, when it is verified. Empty until it is
    /// verified, while its hold is paused, and for other info.
    private static Optional<Instant> effect(SecurityInfo info) {
        Instant end = info.heldUntil();
        Instant proven = info.confirmedAt();
        if (!info.isHeld() || info.pausedAt() != null || end == null || proven == null) {
            return Optional.empty();
        }
        return Optional.of(end.isAfter(proven) ? end : proven);
    }

    /// The account after the replacements that were on hold at a time are cancelled.
    static Account cancel(Account account, Instant at) {
        Account after = account;
        for (SecurityInfo held : account.held()) {
            if (!held.addedAt().isAfter(at)) {
                after = after.with(held.after(InfoChange.CANCEL, at));
            }
        }
        return after;
    }

    /// The account with all holds paused.
    static Account pause(Account account, Instant now) {
        return each(account, InfoChange.PAUSE, now);
    }

    /// The account with all paused holds resumed.
    static Account resume(Account account, Instant now) {
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
