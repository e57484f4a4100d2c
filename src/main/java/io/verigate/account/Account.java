package io.verigate.account;

import io.verigate.decision.AccountKind;
import io.verigate.decision.Address;
import io.verigate.decision.InfoState;
import io.verigate.decision.Standing;
import io.verigate.ledger.RecordType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One account as the service knows it. Immutable.
///
/// @param id the caller's opaque id
/// @param kind who manages it
/// @param language BCP 47 tag; empty when not given
/// @param standing whether it may be used
/// @param firstSeen when the service first saw it
/// @param securityInfo oldest first, including removed info
/// @param pattern its usage pattern
/// @param prompt state of the prompt to verify security info
public record Account(
        String id,
        AccountKind kind,
        String language,
        Standing standing,
        Instant firstSeen,
        List<SecurityInfo> securityInfo,
        Pattern pattern,
        PromptClock prompt) {
    /// Accounts in the ledger, by id.
    public static final RecordType<String, Account> RECORDS =
            new RecordType<>("accounts", String.class, Account.class, false);

    public Account {
        securityInfo = List.copyOf(securityInfo);
    }

    /// An account that the service has not seen before.
    public static Account unknown(String id, Instant now) {
        return new Account(
                id,
                AccountKind.PERSONAL,
                "",
                Standing.GOOD,
                now,
                List.of(),
                Pattern.EMPTY,
                PromptClock.NEW);
    }

    /// The security info of this id, whatever its state.
    public Optional<SecurityInfo> info(String infoId) {
        return securityInfo.stream().filter(info -> info.id().equals(infoId)).findFirst();
    }

    /// The security info with this address that was not removed.
    public Optional<SecurityInfo> infoAt(Address address) {
        return securityInfo.stream()
                .filter(info -> info.state() != InfoState.REMOVED)
                .filter(info -> info.destination().filter(address::equals).isPresent())
                .findFirst();
    }

    /// The security info that the person can verify themselves with now.
    public List<SecurityInfo> confirmed() {
        return securityInfo.stream().filter(info -> info.state().works()).toList();
    }

    /// All security info that was not removed.
    public List<SecurityInfo> present() {
        return securityInfo.stream().filter(info -> info.state() != InfoState.REMOVED).toList();
    }

    /// The replacements that have not taken effect.
    public List<SecurityInfo> held() {
        return securityInfo.stream().filter(SecurityInfo::isHeld).toList();
    }

    /// Whether the help desk cleared it, and none was confirmed since.
    public boolean isCleared() {
        return confirmed().isEmpty()
                && securityInfo.stream().anyMatch(info -> info.last() == InfoChange.CLEAR);
    }

    /// The account at a time, when every replacement whose hold has ended has taken effect. Every use of a stored
    /// account must start with this call.
    public Account at(Instant now) {
        return HeldChanges.applyDue(this, now);
    }

    /// After the person used confirmed security info: replacements on hold are cancelled (S20), and the prompt to
    /// verify is closed (S23).
    public Account used(Instant at) {
        return HeldChanges.cancel(this, at).verified(at);
    }

    /// Without any security info (S29).
    public Account cleared(Instant now) {
        Account after = this;
        for (SecurityInfo info : securityInfo) {
            if (info.state() != InfoState.REMOVED) {
                after = after.with(info.after(InfoChange.CLEAR, now));
            }
        }
        return after;
    }

    /// With new or changed security info.
    public Account with(SecurityInfo changed) {
        List<SecurityInfo> next = new ArrayList<>(securityInfo);
        next.replaceAll(info -> info.id().equals(changed.id()) ? changed : info);
        if (info(changed.id()).isEmpty()) {
            next.add(changed);
        }
        return new Account(id, kind, language, standing, firstSeen, next, pattern, prompt);
    }

    /// With another usage pattern.
    public Account with(Pattern next) {
        return new Account(id, kind, language, standing, firstSeen, securityInfo, next, prompt);
    }

    /// With another state of the prompt.
    public Account with(PromptClock next) {
        return new Account(id, kind, language, standing, firstSeen, securityInfo, pattern, next);
    }

    /// After a confirmed method was verified: the prompt is closed.
    public Account verified(Instant now) {
        return with(prompt.verified(now));
    }

    /// When a confirmed method was last verified; empty when none was.
    public Optional<Instant> lastVerified() {
        return Stream.concat(
                        Stream.ofNullable(prompt.verifiedAt()),
                        confirmed().stream().flatMap(info -> Stream.ofNullable(info.confirmedAt())))
                .max(Instant::compareTo);
    }

    /// With another standing. Holds pause while it is not good, because the owner could not object by using older info.
    public Account with(Standing next, Instant now) {
        Account after =
                new Account(id, kind, language, next, firstSeen, securityInfo, pattern, prompt);
        if ((next == Standing.GOOD) == (standing == Standing.GOOD)) {
            return after;
        }
        return next == Standing.GOOD
                ? HeldChanges.resume(after, now)
                : HeldChanges.pause(after, now);
    }

    /// With another kind and language.
    public Account with(AccountKind nextKind, String nextLanguage) {
        return new Account(
                id, nextKind, nextLanguage, standing, firstSeen, securityInfo, pattern, prompt);
    }
}
