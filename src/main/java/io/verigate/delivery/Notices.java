package io.verigate.delivery;

import io.verigate.account.SecurityInfo;
import io.verigate.assessment.Aftermath;
import io.verigate.assessment.Assessed;
import io.verigate.decision.Address;
import io.verigate.decision.Ids;
import io.verigate.ledger.Shelf.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Tells the contacts of an account that its security info was changed, in the language that each was added in.
final class Notices {
    /// As long as the verifications of an account are kept at hand for sending.
    private static final Duration LIFE = Duration.ofHours(1);

    private Notices() {}

    /// Queues a notice to each contact that has an address. The step has to read the account's verifications.
    static void queue(List<SecurityInfo> contacts, Assessed assessed, Aftermath aftermath) {
        Key<String, Verifications> place = Verification.SHELF.key(assessed.account().id());
        for (SecurityInfo contact : contacts) {
            if (contact.destination().isEmpty()) {
                continue;
            }
            Verification notice = notice(contact, contact.destination().get(), assessed);
            Verifications all = aftermath.pages().get(place).orElse(Verifications.NONE);
            aftermath.pages().put(place, all.with(notice));
            OutboxMessage message = OutboxMessage.pending(Ids.next("m-", assessed.at()), notice);
            aftermath.pages().put(OutboxMessage.SHELF.key(message.id()), message);
        }
    }

    private static Verification notice(SecurityInfo contact, Address address, Assessed assessed) {
        Instant now = assessed.at();
        return new Verification(
                Ids.next("v-", now),
                assessed.account().id(),
                Purpose.NOTICE,
                contact.channel(),
                address,
                contact.id(),
                contact.language().isEmpty() ? assessed.account().language() : contact.language(),
                assessed.decision().id(),
                VerificationState.QUEUED,
                null,
                0,
                now,
                now,
                now.plus(LIFE),
                now);
    }
}
