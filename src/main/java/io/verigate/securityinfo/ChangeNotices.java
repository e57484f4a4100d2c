package io.verigate.securityinfo;

import io.verigate.account.SecurityInfo;
import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionEffects;
import io.verigate.decision.Address;
import io.verigate.decision.ClientFamiliarity;
import io.verigate.decision.Ids;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.ledger.RecordType.Key;
import io.verigate.verification.AccountVerifications;
import io.verigate.verification.Purpose;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Tells the contacts of an account that its security info was changed, in the language that each was added in.
final class ChangeNotices {
    /// As long as the verifications of an account are kept at hand for sending.
    private static final Duration LIFE = Duration.ofHours(1);

    private ChangeNotices() {}

    /// Queues a notice to each contact that has an address. The step has to read the account's verifications.
    static void queue(
            List<SecurityInfo> contacts, AssessmentResult assessed, DecisionEffects effects) {
        Key<String, AccountVerifications> place = Verification.RECORDS.key(assessed.account().id());
        for (SecurityInfo contact : contacts) {
            if (contact.destination().isEmpty()) {
                continue;
            }
            Verification notice = notice(contact, contact.destination().get(), assessed);
            AccountVerifications all = effects.view().get(place).orElse(AccountVerifications.NONE);
            effects.view().put(place, all.with(notice));
            OutboxMessage message = notice.message(Ids.next("m-", assessed.at()));
            effects.view().put(OutboxMessage.RECORDS.key(message.id()), message);
        }
    }

    private static Verification notice(
            SecurityInfo contact, Address address, AssessmentResult assessed) {
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
                now,
                ClientFamiliarity.UNKNOWN,
                null);
    }
}
