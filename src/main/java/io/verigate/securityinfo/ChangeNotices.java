package io.verigate.securityinfo;

import io.verigate.account.SecurityInfo;
import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionEffects;
import io.verigate.decision.Address;
import io.verigate.decision.ClientFamiliarity;
import io.verigate.decision.Ids;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.verification.AccountVerifications;
import io.verigate.verification.Purpose;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Notifies the contacts of an account of a change of its security info, each in its own language.
final class ChangeNotices {
    /// As long as the verifications of an account count as recent.
    private static final Duration LIFE = Duration.ofHours(1);

    private ChangeNotices() {}

    /// Queues a notice to each contact that has an address. The transaction must read the verifications of the account.
    static void queue(
            List<SecurityInfo> contacts, AssessmentResult result, DecisionEffects effects) {
        String account = result.account().id();
        for (SecurityInfo contact : contacts) {
            if (contact.destination().isEmpty()) {
                continue;
            }
            Verification notice = notice(contact, contact.destination().get(), result);
            AccountVerifications.read(effects.view(), account)
                    .with(notice)
                    .write(effects.view(), account);
            OutboxMessage message = notice.message(Ids.next("m-", result.at()));
            effects.view().put(OutboxMessage.RECORDS.key(message.id()), message);
        }
    }

    private static Verification notice(
            SecurityInfo contact, Address address, AssessmentResult result) {
        Instant now = result.at();
        return new Verification(
                Ids.next("v-", now),
                result.account().id(),
                Purpose.NOTICE,
                contact.channel(),
                address,
                contact.id(),
                contact.language().isEmpty() ? result.account().language() : contact.language(),
                result.decision().id(),
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
