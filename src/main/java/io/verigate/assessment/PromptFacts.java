package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.account.PromptClock;
import io.verigate.account.SecurityInfo;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.KnownFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How well and how lately an account is verified, and whether its person is asked to (S23, S24, S27).
///
/// @param account as it is now
record PromptFacts(Account account, Instant now) {
    void applyTo(FactsBuilder facts) {
        List<SecurityInfo> confirmed = account.confirmed();
        facts.set(
                KnownFact.CODES_ONLY,
                !confirmed.isEmpty()
                        && confirmed.stream().allMatch(info -> info.channel().receivesCodes()));
        account.lastVerified().ifPresent(at -> facts.set(KnownFact.SINCE_CONFIRMED, since(at)));
        if (confirmed.isEmpty()) {
            // Nothing is left that could be verified: other ways lead back, and none of them may be
            // shut by this one.
            return;
        }
        PromptClock clock = account.prompt();
        facts.set(KnownFact.PROMPT_OPEN, clock.runs());
        if (clock.noticedAt() != null) {
            facts.set(KnownFact.SINCE_FIRST_NOTICE, since(clock.noticedAt()));
        }
        if (clock.skippedAt() != null) {
            facts.set(KnownFact.SINCE_PROMPT_SKIP, since(clock.skippedAt()));
        }
    }

    private Duration since(Instant past) {
        return past.isAfter(now) ? Duration.ZERO : Duration.between(past, now);
    }
}
